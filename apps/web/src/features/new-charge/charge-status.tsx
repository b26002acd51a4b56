import type { Charge } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { amountOfCharge } from '../../lib/charge-words.ts';
import { standingOfCharge } from './charge-standing.ts';

/** How a charge stands: the amount, a word, a sentence. A screen reader hears the sentence when it changes. */
export function ChargeStatus({ charge }: { readonly charge: Charge }): ReactNode {
  const { title, body, tone, badge } = standingOfCharge(charge);
  return (
    <header className="grid gap-4">
      <p className="flex flex-wrap items-center gap-3">
        <span className="text-2xl font-heading tabular-nums">{amountOfCharge(charge)}</span>
        <Badge tone={tone}>{badge}</Badge>
      </p>
      <div aria-live="polite" className="grid gap-1">
        <h2 className="text-lg font-heading">{title}</h2>
        <p className="text-muted">{body}</p>
      </div>
    </header>
  );
}
