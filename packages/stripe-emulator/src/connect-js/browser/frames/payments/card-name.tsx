import type { CardSummary } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';

const brands: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
};

/** A card as its holder knows it: brand and last four digits. */
export function CardName({ card }: { card: CardSummary }) {
  const { common, payments } = useWords();
  return (
    <span class="figure">
      {brands[card.brand] ?? payments.otherCard} <span aria-label={common.endingIn}>••••</span> {card.last4}
    </span>
  );
}
