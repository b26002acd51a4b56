import type { TaxRegistrationRow } from '../../../frame-data.ts';
import { said } from '../../../../words/said.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Headed, Table } from '../ui/table.tsx';
import { placeName } from './places.ts';
import { registrationTones } from './registration-status.ts';

type RegistrationTableProps = {
  readonly rows: readonly TaxRegistrationRow[];
  readonly onEnd: (row: TaxRegistrationRow, button: HTMLButtonElement) => void;
};

/** Registrations, each of which can be ended. */
export function RegistrationTable({ rows, onEnd }: RegistrationTableProps) {
  const { look, words } = useFrame();
  const { taxes, common } = words;
  const placeOf = ({ country, state }: TaxRegistrationRow): string => placeName(country, state, words.language);
  return (
    <Table
      kind="registrations"
      rows={rows}
      columns={[
        { place: 'name', head: taxes.heads.place, render: placeOf },
        {
          place: 'status',
          head: common.heads.status,
          render: ({ status }) => <Badge tone={registrationTones[status]}>{taxes.statuses[status]}</Badge>,
        },
        { place: 'description', head: taxes.heads.kind, render: ({ kind }) => said(taxes.kinds, kind) },
        { place: 'customer', head: taxes.heads.since, render: (row) => <Duration {...row} /> },
        look.showObjectIds && { place: 'id', head: common.heads.id, render: ({ id }) => id },
        {
          place: 'downloads',
          head: <span class="unseen">{common.heads.actions}</span>,
          render: (row) =>
            row.status !== 'expired' && (
              <button
                type="button"
                aria-label={taxes.endIn(placeOf(row))}
                onClick={(event) => onEnd(row, event.currentTarget)}
              >
                {taxes.end}
              </button>
            ),
        },
      ]}
    />
  );
}

function Duration({ fromUnix, endUnix }: Pick<TaxRegistrationRow, 'endUnix' | 'fromUnix'>) {
  const { taxes } = useWords();
  const from = <Moment unix={fromUnix} day />;
  return endUnix === null ? (
    <Headed phrase={taxes.since(from)} />
  ) : (
    <>{taxes.fromUntil(from, <Moment unix={endUnix} day />)}</>
  );
}
