import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sellerQuery } from '../../lib/seller.ts';
import { Badge } from '../../ui/badge.tsx';

const meaning = "No real money moves: cards and banks are Stripe's test ones.";

/** Says that no real money moves, whenever that is so, where there is room for a word. */
export function ModeBadge(): ReactNode {
  const isTest = useIsTest();
  if (!isTest) return null;
  return (
    <span title={meaning}>
      <Badge tone="warning">Test mode</Badge>
    </span>
  );
}

/** The same where there is room to say what it means. */
export function ModeBanner(): ReactNode {
  const isTest = useIsTest();
  if (!isTest) return null;
  return (
    <div className="grid gap-1 rounded-md bg-warning-surface px-3 py-2.5 text-sm">
      <p className="font-heading text-warning">Test mode</p>
      <p className="text-ink">{meaning}</p>
    </div>
  );
}

function useIsTest(): boolean {
  const { data: seller } = useQuery(sellerQuery);
  return seller?.mode === 'test';
}
