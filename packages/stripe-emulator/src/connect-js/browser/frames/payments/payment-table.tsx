import type { PaymentRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { CardName } from './card-name.tsx';
import { paymentStatuses } from './payment-status.ts';

type PaymentTableProps = {
  readonly rows: readonly PaymentRow[];
  readonly onOpen: (id: string, row: HTMLElement) => void;
};

/** Payments as a table; in a narrow frame each row becomes a card. */
export function PaymentTable({ rows, onOpen }: PaymentTableProps) {
  const { showObjectIds } = useFrame().look;
  return (
    <table class="rows payments">
      <thead>
        <tr>
          <th scope="col">Amount</th>
          <th scope="col">Status</th>
          <th scope="col">Description</th>
          <th scope="col">Customer</th>
          <th scope="col">Date</th>
          {showObjectIds && <th scope="col">ID</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PaymentTableRow key={row.id} row={row} onOpen={onOpen} showId={showObjectIds} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { row: PaymentRow; onOpen: PaymentTableProps['onOpen']; showId: boolean };

function PaymentTableRow({ row, onOpen, showId }: RowProps) {
  const status = paymentStatuses[row.status];
  return (
    <tr>
      <td class="amount">
        {/* The button covers the whole row, so one stop of the Tab key opens what a click anywhere opens. */}
        <button type="button" class="row-button" onClick={(event) => onOpen(row.id, event.currentTarget)}>
          <Money amount={row.amount} currency={row.currency} code />
        </button>
      </td>
      <td class="status">
        <Badge tone={status.tone}>{status.label}</Badge>
      </td>
      <td class="description">{row.description ?? (row.method ? <CardName card={row.method} /> : '–')}</td>
      <td class="customer">{row.customer ?? <span class="only-wide">–</span>}</td>
      <td class="date">
        <Moment unix={row.createdUnix} />
      </td>
      {showId && <td class="id">{row.id}</td>}
    </tr>
  );
}
