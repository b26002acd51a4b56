import type { PayoutRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Table } from '../ui/table.tsx';
import { BankName } from './bank-name.tsx';
import { payoutStatuses, startedInWords } from './payout-status.ts';

type PayoutTableProps = {
  readonly rows: readonly PayoutRow[];
  readonly onOpen: (id: string, row: HTMLElement) => void;
};

/** Payouts, each of which can be opened. */
export function PayoutTable({ rows, onOpen }: PayoutTableProps) {
  const { showObjectIds } = useFrame().look;
  return (
    <Table
      kind="payouts"
      rows={rows}
      onOpen={({ id }, button) => onOpen(id, button)}
      columns={[
        {
          place: 'amount',
          head: 'Amount',
          render: (row) => <Money amount={row.amount} currency={row.currency} code />,
        },
        {
          place: 'status',
          head: 'Status',
          render: ({ status }) => <Badge tone={payoutStatuses[status].tone}>{payoutStatuses[status].label}</Badge>,
        },
        { place: 'description', head: 'Bank account', render: ({ bank }) => (bank ? <BankName bank={bank} /> : '–') },
        { place: 'customer', head: 'Started', render: startedInWords },
        {
          place: 'date',
          head: 'Arrives',
          render: ({ status, arrivalUnix }) => (
            <>
              <span class="only-narrow">{status === 'paid' ? 'Arrived ' : 'Arrives '}</span>
              <Moment unix={arrivalUnix} day />
            </>
          ),
        },
        showObjectIds && { place: 'id', head: 'ID', render: ({ id }) => id },
      ]}
    />
  );
}
