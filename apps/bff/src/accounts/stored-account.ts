import type { AccountFacts } from './account-facts.ts';
import type { AccountStanding } from './account-state.ts';

/** Which of Stripe's account APIs made an account. */
export type AccountsApi = 'v1' | 'v2';

/** An account as it is stored. */
export interface StoredAccount
  extends Omit<AccountFacts, 'dueFields' | 'isRejected' | 'isBeingChecked' | 'detailsSubmitted'>, AccountStanding {
  readonly sellerId: string;
  readonly api: AccountsApi;
  readonly dueWhenCreated: readonly string[];
  readonly createdAt: Date;
  /** When the reading of Stripe's account began that is stored here. */
  readonly readAt: Date;
}
