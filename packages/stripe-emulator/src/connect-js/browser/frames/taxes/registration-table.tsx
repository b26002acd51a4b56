import type { TaxRegistrationRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Table } from '../ui/table.tsx';
import { placeName } from './places.ts';
import { kindInWords, registrationStatuses } from './registration-words.ts';

type RegistrationTableProps = {
  readonly rows: readonly TaxRegistrationRow[];
  readonly onEnd: (row: TaxRegistrationRow, button: HTMLButtonElement) => void;
};

/** Registrations, each of which can be ended. */
export function RegistrationTable({ rows, onEnd }: RegistrationTableProps) {
  const { locale, showObjectIds } = useFrame().look;
  const placeOf = ({ country, state }: TaxRegistrationRow): string => placeName(country, state, locale);
  return (
    <Table
      kind="registrations"
      rows={rows}
      columns={[
        { place: 'name', head: 'Place', render: placeOf },
        {
          place: 'status',
          head: 'Status',
          render: ({ status }) => (
            <Badge tone={registrationStatuses[status].tone}>{registrationStatuses[status].label}</Badge>
          ),
        },
        { place: 'description', head: 'Kind', render: ({ kind }) => kindInWords(kind) },
        { place: 'customer', head: 'Since', render: (row) => <Duration {...row} /> },
        showObjectIds && { place: 'id', head: 'ID', render: ({ id }) => id },
        {
          place: 'downloads',
          head: <span class="unseen">Actions</span>,
          render: (row) =>
            row.status !== 'expired' && (
              <button
                type="button"
                aria-label={`End registration in ${placeOf(row)}`}
                onClick={(event) => onEnd(row, event.currentTarget)}
              >
                End
              </button>
            ),
        },
      ]}
    />
  );
}

function Duration({ fromUnix, endUnix }: Pick<TaxRegistrationRow, 'endUnix' | 'fromUnix'>) {
  return (
    <>
      <Moment unix={fromUnix} day />
      {endUnix !== null && (
        <>
          {' '}
          until <Moment unix={endUnix} day />
        </>
      )}
    </>
  );
}
