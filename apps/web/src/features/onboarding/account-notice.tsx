import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { useSeller } from '../../lib/seller.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { type AccountStanding, standingOfAccount } from './account-standing.ts';
import { StandingMark } from './standing-mark.tsx';

const labels: Readonly<Record<AccountStanding['nextStep'], string>> = {
  'set-up': 'Set up payments',
  continue: 'See what is needed',
  'go-home': 'See your account',
  'open-stripe': 'See your account',
  'contact-stripe': 'See your account',
};

/** What to do next about the account, by when, and one way to do it; nothing when all is well. */
export function AccountNotice(): ReactNode {
  const seller = useSeller();
  const { account } = seller;
  const standing = standingOfAccount(seller);
  if (standing.tone === 'positive') return null;
  return (
    <section aria-labelledby="to-do" className="card mb-6 flex flex-wrap items-start gap-4">
      <StandingMark tone={standing.tone} />
      <div className="grid min-w-60 flex-1 gap-1">
        <h2 id="to-do" className="text-lg font-heading">
          {standing.title}
        </h2>
        <p className="max-w-[44rem] text-muted">{standing.body}</p>
        {account?.deadlineAt === undefined ? null : (
          <p>
            Needed by <Moment at={account.deadlineAt} show="day" />
          </p>
        )}
      </div>
      <Link href={paths.onboarding} className={`self-center ${buttonLook('primary')}`}>
        {labels[standing.nextStep]}
      </Link>
    </section>
  );
}
