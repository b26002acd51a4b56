import type { BankSummary } from '../../../frame-data.ts';

/** A bank account as its holder knows it: bank and last four digits. */
export function BankName({ bank }: { bank: BankSummary }) {
  return (
    <span class="figure">
      {bank.bankName} <span aria-label="ending in">••••</span> {bank.last4}
    </span>
  );
}
