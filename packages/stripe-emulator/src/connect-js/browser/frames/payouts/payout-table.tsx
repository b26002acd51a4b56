import type { PayoutRow } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { BankName } from './bank-name.tsx';
import { payoutStatuses, startedInWords } from './payout-status.ts';

type PayoutTableProps = {
  readonly rows: readonly PayoutRow[];
  readonly onOpen: (id: string, row: HTMLElement) => void;
};

/** Payouts as a table; in a narrow frame each row becomes a card. */
export function PayoutTable({ rows, onOpen }: PayoutTableProps) {
  const { showObjectIds } = useFrame().look;
  return (
    <table class="rows payouts">
      <thead>
        <tr>
          <th scope="col">Amount</th>
          <th scope="col">Status</th>
          <th scope="col">Bank account</th>
          <th scope="col">Started</th>
          <th scope="col">Arrives</th>
          {showObjectIds && <th scope="col">ID</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td class="amount">
              <button type="button" class="row-button" onClick={(event) => onOpen(row.id, event.currentTarget)}>
                <Money amount={row.amount} currency={row.currency} code />
              </button>
            </td>
            <td class="status">
              <Badge tone={payoutStatuses[row.status].tone}>{payoutStatuses[row.status].label}</Badge>
            </td>
            <td class="description">{row.bank ? <BankName bank={row.bank} /> : '–'}</td>
            <td class="customer">{startedInWords(row)}</td>
            <td class="date">
              <span class="only-narrow">{row.status === 'paid' ? 'Arrived ' : 'Arrives '}</span>
              <Moment unix={row.arrivalUnix} day />
            </td>
            {showObjectIds && <td class="id">{row.id}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
