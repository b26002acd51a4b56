import type { IssuedCard } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Table } from '../ui/table.tsx';
import { CardLimit } from './card-limit.tsx';
import { cardStatuses } from './card-status.ts';

type CardTableProps = {
  readonly cards: readonly IssuedCard[];
  /** The card whose details were left just now. */
  readonly left: string | undefined;
  readonly onOpen: (id: string) => void;
};

/** Cards, each of which can be opened. */
export function CardTable({ cards, left, onOpen }: CardTableProps) {
  const { look, values } = useFrame();
  return (
    <Table
      kind="cards"
      rows={cards}
      left={left}
      onOpen={({ id }) => onOpen(id)}
      columns={[
        { place: 'amount', head: 'Cardholder', render: ({ cardholder }) => cardholder },
        {
          place: 'status',
          head: 'Status',
          render: ({ status }) => <Badge tone={cardStatuses[status].tone}>{cardStatuses[status].label}</Badge>,
        },
        {
          place: 'description',
          head: 'Card',
          render: ({ last4 }) => (
            <span class="figure">
              <span aria-label="ending in">••••</span> {last4}
            </span>
          ),
        },
        { place: 'customer', head: 'Type', render: ({ type }) => (type === 'virtual' ? 'Virtual' : 'Physical') },
        values['showSpendControls'] === true && {
          place: 'date',
          head: 'Limit',
          render: (card) => <CardLimit card={card} />,
        },
        look.showObjectIds && { place: 'id', head: 'ID', render: ({ id }) => id },
      ]}
    />
  );
}
