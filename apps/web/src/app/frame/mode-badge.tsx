import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sellerQuery } from '../../lib/seller.ts';
import { Badge } from '../../ui/badge.tsx';

/** Says that no real money moves, whenever that is so. */
export function ModeBadge(): ReactNode {
  const { data: seller } = useQuery(sellerQuery);
  if (seller?.account?.mode !== 'test') return null;
  return (
    <span title="No real money moves: cards and banks are Stripe's test ones.">
      <Badge tone="warning">Test mode</Badge>
    </span>
  );
}
