import type { Account } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { RequirementList } from '../../lib/requirement-list.tsx';
import type { AccountStanding } from './account-standing.ts';
import { StandingMark } from './standing-mark.tsx';

interface StandingPanelProps {
  readonly standing: AccountStanding;
  readonly account: Account | null;
  /** The one thing to do next. */
  readonly children: ReactNode;
}

/** Where the seller stands: a sentence, what Stripe waits for and by when, and one thing to do. */
export function StandingPanel({ standing, account, children }: StandingPanelProps): ReactNode {
  return (
    <section aria-labelledby="standing" className="mx-auto grid w-full max-w-[36rem] gap-6 py-6 sm:py-12">
      <StandingMark tone={standing.tone} />
      <header className="grid gap-2">
        <h2 id="standing" className="text-xl font-heading">
          {standing.title}
        </h2>
        <p className="text-lg text-muted">{standing.body}</p>
      </header>
      {account === null ? null : <RequirementList account={account} />}
      {children}
    </section>
  );
}
