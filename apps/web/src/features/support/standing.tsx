import type { FoundSeller } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { standingWords } from './standing-words.ts';

/** How a seller's account stands, and in which mode. */
export function Standing({ account }: Pick<FoundSeller, 'account'>): ReactNode {
  if (account === null) return <Badge tone="neutral">Payments not set up</Badge>;
  const { tone, words } = standingWords[account.state];
  return (
    <>
      <Badge tone={tone}>{words}</Badge>
      {account.mode === 'test' ? <Badge tone="warning">Test mode</Badge> : <Badge tone="neutral">Live</Badge>}
    </>
  );
}
