import type { IssuedCard } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { Money } from '../ui/money.tsx';

/** What a card may spend. */
export function CardLimit({ card: { monthlyLimit, currency } }: { card: IssuedCard }) {
  const { cards } = useWords();
  if (monthlyLimit === null) return <>{cards.noLimit}</>;
  return <>{cards.aMonth(<Money amount={monthlyLimit} currency={currency} />)}</>;
}
