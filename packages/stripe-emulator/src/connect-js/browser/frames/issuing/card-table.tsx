import { useEffect, useRef } from 'preact/hooks';
import type { IssuedCard } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { CardLimit } from './card-limit.tsx';
import { cardStatuses } from './card-status.ts';

type CardTableProps = {
  readonly cards: readonly IssuedCard[];
  /** The card whose details were left just now: its row gets the keyboard back. */
  readonly left: string | undefined;
  readonly onOpen: (id: string) => void;
};

/** Cards as a table; in a narrow frame each row becomes a card. */
export function CardTable({ cards, left, onOpen }: CardTableProps) {
  const leftRef = useRef<HTMLButtonElement>(null);
  useEffect(() => leftRef.current?.focus(), []);
  const { look, values } = useFrame();
  const showsLimit = values['showSpendControls'] === true;
  return (
    <table class="rows cards">
      <thead>
        <tr>
          <th scope="col">Cardholder</th>
          <th scope="col">Status</th>
          <th scope="col">Card</th>
          <th scope="col">Type</th>
          {showsLimit && <th scope="col">Limit</th>}
          {look.showObjectIds && <th scope="col">ID</th>}
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.id}>
            <td class="amount">
              <button
                type="button"
                class="row-button"
                ref={card.id === left ? leftRef : null}
                onClick={() => onOpen(card.id)}
              >
                {card.cardholder}
              </button>
            </td>
            <td class="status">
              <Badge tone={cardStatuses[card.status].tone}>{cardStatuses[card.status].label}</Badge>
            </td>
            <td class="description">
              <span class="figure">
                <span aria-label="ending in">••••</span> {card.last4}
              </span>
            </td>
            <td class="customer">{card.type === 'virtual' ? 'Virtual' : 'Physical'}</td>
            {showsLimit && (
              <td class="date">
                <CardLimit card={card} />
              </td>
            )}
            {look.showObjectIds && <td class="id">{card.id}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
