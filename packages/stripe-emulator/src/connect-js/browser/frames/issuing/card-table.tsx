import type { IssuedCard } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Table } from '../ui/table.tsx';
import { CardLimit } from './card-limit.tsx';
import { cardTones } from './card-status.ts';

type CardTableProps = {
  readonly cards: readonly IssuedCard[];
  /** The card whose details were left just now. */
  readonly left: string | undefined;
  readonly onOpen: (id: string) => void;
};

/** Cards, each of which can be opened. */
export function CardTable({ cards, left, onOpen }: CardTableProps) {
  const { look, values, words } = useFrame();
  const { cards: says, common } = words;
  return (
    <Table
      kind="cards"
      rows={cards}
      left={left}
      onOpen={({ id }) => onOpen(id)}
      columns={[
        { place: 'amount', head: says.heads.cardholder, render: ({ cardholder }) => cardholder },
        {
          place: 'status',
          head: common.heads.status,
          render: ({ status }) => <Badge tone={cardTones[status]}>{says.statuses[status]}</Badge>,
        },
        {
          place: 'description',
          head: says.heads.card,
          render: ({ last4 }) => (
            <span class="figure">
              <span aria-label={common.endingIn}>••••</span> {last4}
            </span>
          ),
        },
        { place: 'customer', head: common.heads.type, render: ({ type }) => says.types[type] },
        values['showSpendControls'] === true && {
          place: 'date',
          head: says.heads.limit,
          render: (card) => <CardLimit card={card} />,
        },
        look.showObjectIds && { place: 'id', head: common.heads.id, render: ({ id }) => id },
      ]}
    />
  );
}
