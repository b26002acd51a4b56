import type { TaxRegistrationRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { placeName } from './places.ts';
import { kindInWords, registrationStatuses } from './registration-words.ts';

type RegistrationTableProps = {
  readonly rows: readonly TaxRegistrationRow[];
  readonly onEnd: (row: TaxRegistrationRow, button: HTMLButtonElement) => void;
};

/** Registrations as a table; in a narrow frame each row becomes a card. */
export function RegistrationTable({ rows, onEnd }: RegistrationTableProps) {
  const { locale, showObjectIds } = useFrame().look;
  return (
    <table class="rows registrations">
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Status</th>
          <th scope="col">Kind</th>
          <th scope="col">Since</th>
          {showObjectIds && <th scope="col">ID</th>}
          <th scope="col">
            <span class="unseen">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{placeName(row.country, row.state, locale)}</th>
            <td class="status">
              <Badge tone={registrationStatuses[row.status].tone}>{registrationStatuses[row.status].label}</Badge>
            </td>
            <td class="description">{kindInWords(row.kind)}</td>
            <td class="customer">
              <Moment unix={row.fromUnix} day />
              {row.endUnix !== null && (
                <>
                  {' '}
                  until <Moment unix={row.endUnix} day />
                </>
              )}
            </td>
            {showObjectIds && <td class="id">{row.id}</td>}
            <td class="downloads">
              {row.status !== 'expired' && (
                <button
                  type="button"
                  aria-label={`End registration in ${placeName(row.country, row.state, locale)}`}
                  onClick={(event) => onEnd(row, event.currentTarget)}
                >
                  End
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
