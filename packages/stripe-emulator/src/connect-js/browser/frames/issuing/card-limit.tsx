import type { IssuedCard } from '../../../frame-data.ts';
import { Money } from '../ui/money.tsx';

/** What a card may spend. */
export function CardLimit({ card: { monthlyLimit, currency } }: { card: IssuedCard }) {
  if (monthlyLimit === null) return <>No limit</>;
  return (
    <>
      <Money amount={monthlyLimit} currency={currency} /> a month
    </>
  );
}
