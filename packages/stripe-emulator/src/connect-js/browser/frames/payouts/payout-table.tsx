import type { PayoutRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Headed, Table } from '../ui/table.tsx';
import { BankName } from './bank-name.tsx';
import { payoutTones, startedInWords } from './payout-status.ts';

type PayoutTableProps = {
  readonly rows: readonly PayoutRow[];
  readonly onOpen: (id: string, row: HTMLElement) => void;
};

/** Payouts, each of which can be opened. */
export function PayoutTable({ rows, onOpen }: PayoutTableProps) {
  const { look, words } = useFrame();
  const { payouts } = words;
  const { heads } = words.common;
  return (
    <Table
      kind="payouts"
      rows={rows}
      onOpen={({ id }, button) => onOpen(id, button)}
      columns={[
        {
          place: 'amount',
          head: heads.amount,
          render: (row) => <Money amount={row.amount} currency={row.currency} code />,
        },
        {
          place: 'status',
          head: heads.status,
          render: ({ status }) => <Badge tone={payoutTones[status]}>{payouts.statuses[status]}</Badge>,
        },
        {
          place: 'description',
          head: payouts.heads.bank,
          render: ({ bank }) => (bank ? <BankName bank={bank} /> : '–'),
        },
        { place: 'customer', head: payouts.heads.started, render: (row) => startedInWords(row, words) },
        {
          place: 'date',
          head: payouts.heads.arrives,
          render: ({ status, arrivalUnix }) => {
            const day = <Moment unix={arrivalUnix} day />;
            return <Headed phrase={status === 'paid' ? payouts.arrived(day) : payouts.arrives(day)} />;
          },
        },
        look.showObjectIds && { place: 'id', head: heads.id, render: ({ id }) => id },
      ]}
    />
  );
}
