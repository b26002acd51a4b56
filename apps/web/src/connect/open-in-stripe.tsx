import { createDashboardLink } from '@sellerdesk/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../lib/api.ts';
import { ProblemWords } from '../lib/problem-words.tsx';
import { sellerQuery } from '../lib/seller.ts';
import { submitProblemFrom } from '../lib/submit-problem.ts';
import { isSupportView } from '../lib/support-view.ts';
import { Button, buttonLook, type ButtonVariant } from '../ui/button.tsx';
import { type StripePlace, wayToStripe } from './stripe-place.ts';

interface OpenInStripeProps {
  readonly place: StripePlace;
  readonly variant?: ButtonVariant;
}

/** Opens the same place in the seller's Stripe Dashboard, or says that the account has none. */
export function OpenInStripe({ place, variant = 'plain' }: OpenInStripeProps): ReactNode {
  const { data: seller } = useQuery(sellerQuery);
  const account = seller?.account ?? null;
  if (account?.dashboard.type === 'none')
    return <span className="max-w-40 text-sm text-muted">Your account has no Stripe Dashboard</span>;
  const way = wayToStripe(account, place);
  if (way === undefined) return null;
  if (isSupportView())
    return (
      <Button variant={variant} off="Only the seller can sign in to their Stripe Dashboard.">
        <Label />
      </Button>
    );
  if (way.kind === 'made-on-click') return <MadeOnClick variant={variant} />;
  return (
    <a href={way.href} target="_blank" rel="noreferrer" className={buttonLook(variant)}>
      <Label />
    </a>
  );
}

/**
 * An Express Dashboard opens with a link that works once and soon, so it is made on click. The tab is opened in the
 * click itself: one opened after an answer would be taken for a pop-up.
 */
function MadeOnClick({ variant }: { readonly variant: ButtonVariant }): ReactNode {
  const opening = useMutation({
    mutationFn: async (tab: Window | null) => ({ tab, ...(await api(createDashboardLink, { body: {} })) }),
    onSuccess: ({ tab, url }) => (tab ?? window).location.assign(url),
    onError: (_, tab) => tab?.close(),
  });
  const open = (): void => {
    const tab = window.open('', '_blank');
    if (tab !== null) tab.opener = null;
    opening.mutate(tab);
  };
  return (
    <div className="grid justify-items-end gap-1">
      <Button variant={variant} busy={opening.isPending} onClick={open}>
        <Label />
      </Button>
      {opening.error === null ? null : (
        <div role="alert" className="text-sm text-danger">
          <ProblemWords problem={submitProblemFrom(opening.error)} />
        </div>
      )}
    </div>
  );
}

function Label(): ReactNode {
  return (
    <>
      <span className="whitespace-nowrap">Open in Stripe</span>
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-none stroke-current stroke-[1.5]">
        <path d="M5.5 10.5l5-5M6.5 5.5h4v4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </>
  );
}
