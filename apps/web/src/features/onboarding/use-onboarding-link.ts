import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type SubmitProblem, submitProblemFrom } from '../../lib/submit-problem.ts';

/** What making a link needs. */
export interface OnboardingDoor {
  /** Creates the account, or answers the one there is. */
  readonly createAccount: () => Promise<unknown>;
  /** Makes a link that works once, for a few minutes: it is made on click and opened at once, never kept. */
  readonly createLink: () => Promise<{ readonly url: string }>;
  /** Leaves our pages. */
  readonly leave: (url: string) => void;
}

export interface OnboardingLink {
  /** Makes a link and goes there; an account is created first where there is none. */
  readonly open: () => void;
  readonly state: 'idle' | 'working';
  readonly problem: SubmitProblem | undefined;
}

export function useOnboardingLink(hasAccount: boolean, door: OnboardingDoor): OnboardingLink {
  const { mutate, reset, ...link } = useMutation({
    mutationFn: async () => {
      if (!hasAccount) await door.createAccount();
      return door.createLink();
    },
    onSuccess: ({ url }) => door.leave(url),
  });
  useReturnFromBackForwardCache(reset);
  return {
    open: () => {
      if (link.isIdle || link.isError) mutate();
    },
    // Made is still working: the browser is on its way to Stripe.
    state: link.isPending || link.isSuccess ? 'working' : 'idle',
    problem: link.error === null ? undefined : submitProblemFrom(link.error),
  };
}

/** The browser's back button brings a page back as it was left: still on its way. */
function useReturnFromBackForwardCache(reset: () => void): void {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) reset();
    };
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [reset]);
}
