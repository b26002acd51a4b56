import type { AccountState } from '@sellerdesk/contract';

interface StandingWords {
  readonly tone: 'neutral' | 'positive' | 'warning' | 'danger';
  readonly words: string;
}

/** How an account stands with Stripe, as staff say it. */
export const standingWords: Readonly<Record<AccountState, StandingWords>> = {
  not_started: { tone: 'neutral', words: 'Nothing sent yet' },
  more_needed: { tone: 'warning', words: 'Stripe needs more' },
  in_review: { tone: 'neutral', words: 'Stripe is checking' },
  ready: { tone: 'positive', words: 'Ready' },
  restricted: { tone: 'danger', words: 'Restricted' },
  rejected: { tone: 'danger', words: 'Closed by Stripe' },
};
