import type { PaymentRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Table } from '../ui/table.tsx';
import { CardName } from './card-name.tsx';
import { paymentStatuses } from './payment-status.ts';

type PaymentTableProps = {
  readonly rows: readonly PaymentRow[];
  readonly onOpen: (id: string, row: HTMLElement) => void;
};

/** Payments, each of which can be opened. */
export function PaymentTable({ rows, onOpen }: PaymentTableProps) {
  const { showObjectIds } = useFrame().look;
  return (
    <Table
      kind="payments"
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
          render: ({ status }) => <Badge tone={paymentStatuses[status].tone}>{paymentStatuses[status].label}</Badge>,
        },
        {
          place: 'description',
          head: 'Description',
          render: ({ description, method }) => description ?? (method ? <CardName card={method} /> : '–'),
        },
        { place: 'customer', head: 'Customer', render: ({ customer }) => customer ?? <span class="only-wide">–</span> },
        { place: 'date', head: 'Date', render: ({ createdUnix }) => <Moment unix={createdUnix} /> },
        showObjectIds && { place: 'id', head: 'ID', render: ({ id }) => id },
      ]}
    />
  );
}
