import type { AccountState } from '@sellerdesk/contract';
import type { AccountFacts } from './account-facts.ts';

/** What is remembered of an account beside what Stripe says of it now. */
export interface AccountPast {
  /** What was due when the account was made: Stripe does not say whether a seller has begun, but the list gets shorter. */
  readonly dueWhenCreated: readonly string[];
}

/** Returns where the seller stands with Stripe. */
export function stateOfAccount(facts: AccountFacts, { dueWhenCreated }: AccountPast): AccountState {
  if (facts.isRejected) return 'rejected';
  if (facts.chargesEnabled && facts.payoutsEnabled) return 'ready';
  if (!facts.detailsSubmitted) return sameFields(facts.dueFields, dueWhenCreated) ? 'not_started' : 'more_needed';
  if (facts.requirements.some(({ pastDue }) => pastDue)) return 'restricted';
  if (facts.dueFields.length > 0) return 'more_needed';
  return facts.isBeingChecked ? 'in_review' : 'restricted';
}

/** Both lists are in alphabetical order. */
function sameFields(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((field, index) => field === b[index]);
}
