import type { Requirement, StripeDashboard } from '@sellerdesk/contract';
import type { StripeAccountId } from '../stripe/index.ts';

/** What Stripe says about an account, in our words and the same for both of Stripe's account APIs. */
export interface AccountFacts {
  readonly stripeAccountId: StripeAccountId;
  readonly mode: 'test' | 'live';
  readonly chargesEnabled: boolean;
  readonly payoutsEnabled: boolean;
  /** Whether the seller has handed in what Stripe asked first; undefined where the API does not say. */
  readonly detailsSubmitted: boolean | undefined;
  /** Stripe closed the account for good. */
  readonly isRejected: boolean;
  /** Stripe is looking at something it has been given. */
  readonly isBeingChecked: boolean;
  /** Stripe's names of what the seller has to provide now, in alphabetical order. */
  readonly dueFields: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly country: string | null;
  readonly defaultCurrency: string | null;
  readonly deadlineAt: Date | null;
  readonly dashboardType: StripeDashboard['type'];
}
