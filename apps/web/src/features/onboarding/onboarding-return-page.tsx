import { type Account, refreshAccount } from '@sellerdesk/contract';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { api } from '../../lib/api.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { type SubmitProblem, submitProblemFrom } from '../../lib/submit-problem.ts';
import { REVIEW_POLL_MS, sellerQuery, useSeller } from '../../lib/seller.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { standingOfAccount } from './account-standing.ts';
import { NextStepButton } from './next-step.tsx';
import { onboardingDoor } from './onboarding-door.ts';
import { StandingPanel } from './standing-panel.tsx';
import { useOnboardingLink } from './use-onboarding-link.ts';

/** Reads the account from Stripe again, and again while Stripe is reviewing it. */
const freshAccountQuery = queryOptions<Account>({
  queryKey: ['account', 'fresh'],
  queryFn: () => api(refreshAccount, { body: {} }),
  staleTime: 0,
  gcTime: 0,
  refetchInterval: ({ state }) => (state.data?.state === 'in_review' ? REVIEW_POLL_MS : false),
});

/** What came of a visit to Stripe: the return itself proves nothing, so only the account is believed. */
export function OnboardingReturnPage(): ReactNode {
  const fresh = useQuery(freshAccountQuery);
  useKeepAccount(fresh.data);
  const problem = fresh.error === null ? undefined : submitProblemFrom(fresh.error);
  if (fresh.data !== undefined || problem?.code === 'account_missing') return <Outcome account={fresh.data ?? null} />;
  if (problem !== undefined) return <NotRead problem={problem} onRetry={() => void fresh.refetch()} />;
  return <Reading />;
}

function Outcome({ account }: { readonly account: Account | null }): ReactNode {
  const { platform } = useSeller();
  const standing = standingOfAccount({ account, platform });
  const link = useOnboardingLink(account !== null, onboardingDoor);
  return (
    <StandingPanel standing={standing} account={account}>
      <NextStepButton step={standing.nextStep} link={link} />
    </StandingPanel>
  );
}

/** Every other page shows the account as it was read here. */
function useKeepAccount(account: Account | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (account === undefined) return;
    queries.setQueryData(sellerQuery.queryKey, (seller) => seller && { ...seller, account });
  }, [account, queries]);
}

function Reading(): ReactNode {
  return (
    <section aria-live="polite" className="mx-auto grid w-full max-w-[36rem] gap-6 py-6 sm:py-12">
      <span className="skeleton size-12 rounded-full" />
      <h2 className="text-xl font-heading">Asking Stripe how it went</h2>
      <div className="skeleton h-24" />
    </section>
  );
}

function NotRead({ problem, onRetry }: { readonly problem: SubmitProblem; readonly onRetry: () => void }): ReactNode {
  return (
    <section className="mx-auto grid w-full max-w-[36rem] gap-4 py-6 sm:py-12">
      <Notice tone="danger" title="We couldn't ask Stripe how it went">
        <ProblemWords problem={problem}>What you told Stripe is safe with Stripe.</ProblemWords>
      </Notice>
      <Button variant="primary" onClick={onRetry}>
        Ask again
      </Button>
    </section>
  );
}
