import type { CardSummary } from '../../../frame-data.ts';

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
  return (
    <span class="figure">
      {brands[card.brand] ?? 'Card'} <span aria-label="ending in">••••</span> {card.last4}
    </span>
  );
}
