import type { BankSummary } from '../../../frame-data.ts';
import { bankInWords } from '../../../in-words.ts';
import { useWords } from '../frame-context.ts';

/** A bank account as its holder knows it: bank and last four digits. */
export function BankName({ bank }: { bank: BankSummary }) {
  const words = useWords();
  return (
    <span class="figure">
      {bankInWords(bank, words)} <span aria-label={words.common.endingIn}>••••</span> {bank.last4}
    </span>
  );
}
