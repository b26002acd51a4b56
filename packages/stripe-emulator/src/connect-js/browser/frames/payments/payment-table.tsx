import type { PaymentRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Table } from '../ui/table.tsx';
import { CardName } from './card-name.tsx';
import { paymentTones } from './payment-status.ts';

type PaymentTableProps = {
  readonly rows: readonly PaymentRow[];
  readonly onOpen: (id: string, row: HTMLElement) => void;
};

/** Payments, each of which can be opened. */
export function PaymentTable({ rows, onOpen }: PaymentTableProps) {
  const { look, words } = useFrame();
  const { heads } = words.common;
  return (
    <Table
      kind="payments"
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
          render: ({ status }) => <Badge tone={paymentTones[status]}>{words.payments.statuses[status]}</Badge>,
        },
        {
          place: 'description',
          head: heads.description,
          render: ({ description, method }) => description ?? (method ? <CardName card={method} /> : '–'),
        },
        {
          place: 'customer',
          head: heads.customer,
          render: ({ customer }) => customer ?? <span class="only-wide">–</span>,
        },
        { place: 'date', head: heads.date, render: ({ createdUnix }) => <Moment unix={createdUnix} /> },
        look.showObjectIds && { place: 'id', head: heads.id, render: ({ id }) => id },
      ]}
    />
  );
}
