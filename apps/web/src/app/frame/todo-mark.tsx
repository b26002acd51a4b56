import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sellerQuery } from '../../lib/seller.ts';

/** How many things Stripe waits for, beside the item that leads to them; nothing when there are none. */
export function TodoMark(): ReactNode {
  const { data: seller } = useQuery(sellerQuery);
  const count = seller?.account?.requirements.length ?? 0;
  if (count === 0) return null;
  return (
    <span className="ml-auto grid min-w-5 place-content-center rounded-full bg-warning-surface px-1.5 text-sm font-heading text-warning tabular-nums max-md:absolute max-md:top-1 max-md:left-1/2 max-md:ml-1">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{count === 1 ? ', one thing to do' : `, ${count} things to do`}</span>
    </span>
  );
}
