import type { AccountState } from '@sellerdesk/contract';
import type { AccountFacts } from './account-facts.ts';

/** What is remembered of an account beside what Stripe says of it now. */
export interface AccountPast {
  /** What was due when the account was made: Stripe does not say whether a seller has begun, but the list gets shorter. */
  readonly dueWhenCreated: readonly string[];
  readonly detailsSubmitted: boolean;
}

/** Where the seller stands, and whether they ever handed in what Stripe asked first. */
export interface AccountStanding {
  readonly state: AccountState;
  readonly detailsSubmitted: boolean;
}

/** Returns where the seller stands with Stripe. */
export function standingOfAccount(facts: AccountFacts, past: AccountPast): AccountStanding {
  const detailsSubmitted = facts.detailsSubmitted ?? (past.detailsSubmitted || hasHandedInAll(facts, past));
  return { detailsSubmitted, state: stateOf(facts, detailsSubmitted, past) };
}

function stateOf(facts: AccountFacts, detailsSubmitted: boolean, { dueWhenCreated }: AccountPast): AccountState {
  if (facts.isRejected) return 'rejected';
  if (facts.chargesEnabled && facts.payoutsEnabled) return 'ready';
  if (!detailsSubmitted) return hasBegun(facts, dueWhenCreated) ? 'more_needed' : 'not_started';
  if (facts.requirements.some(({ pastDue }) => pastDue)) return 'restricted';
  if (facts.dueFields.length > 0) return 'more_needed';
  return facts.isBeingChecked ? 'in_review' : 'restricted';
}

/** Stripe may have made the account before it knew what to ask: then there is nothing to compare with. */
function hasBegun({ dueFields }: AccountFacts, dueWhenCreated: readonly string[]): boolean {
  return dueWhenCreated.length > 0 && !sameFields(dueFields, dueWhenCreated);
}

/** Nothing of what was asked first is asked any more. */
function hasHandedInAll({ dueFields }: AccountFacts, { dueWhenCreated }: AccountPast): boolean {
  return dueWhenCreated.length > 0 && dueFields.every((field) => !dueWhenCreated.includes(field));
}

/** Both lists are in alphabetical order. */
function sameFields(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((field, index) => field === b[index]);
}
