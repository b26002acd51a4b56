import type { Account, Demand } from './state.ts';
import type { World } from './world.ts';

/** What Stripe waits for. */
export interface Waiting {
  readonly currentlyDue: readonly string[];
  readonly pastDue: readonly string[];
  /** All that is due one day: what is currently due is part of it. */
  readonly eventuallyDue: readonly string[];
  readonly pendingVerification: readonly string[];
  readonly errors: readonly { readonly code: string; readonly reason: string; readonly requirement: string }[];
  readonly deadlineUnix: number | null;
}

/** What Stripe waits for, and what follows from it. */
export interface Requirements extends Waiting {
  readonly disabledReason: string | null;
  /** What it will wait for from a date on, which is its deadline. */
  readonly future: Waiting;
}

/** Stripe's names of what onboarding asks, each with the answer it comes from. */
export const FIRST_QUESTIONS: readonly (readonly [requirement: string, answer: string])[] = [
  ['business_type', 'business_type'],
  ['business_profile.mcc', 'industry'],
  ['business_profile.url', 'url'],
  ['individual.first_name', 'first_name'],
  ['individual.last_name', 'last_name'],
  ['individual.email', 'email'],
  ['individual.phone', 'phone'],
  ['individual.dob.day', 'dob'],
  ['individual.dob.month', 'dob'],
  ['individual.dob.year', 'dob'],
  ['individual.address.line1', 'address_line1'],
  ['individual.address.city', 'address_city'],
  ['individual.address.postal_code', 'address_postal_code'],
  ['individual.id_number', 'id_number'],
  ['external_account', 'account_number'],
];

/** Derives the requirements of an account from what it has told so far. */
export function requirementsOf(world: World, account: Account): Requirements {
  const now = world.clock.nowUnix();
  const first = account.submittedUnix === null ? firstQuestions(account) : [];
  const present = account.demands.filter((demand) => !isOfFuture(demand, now));
  const waiting = waitingFor(present, now);
  return {
    currentlyDue: [...first, ...waiting.currentlyDue],
    // Whoever has never handed anything in is late with everything: that is how Stripe shows new accounts.
    pastDue: [...first, ...waiting.pastDue],
    eventuallyDue: [...first, ...waiting.eventuallyDue],
    pendingVerification: account.underReview ? ['individual.verification.document'] : [],
    errors: waiting.errors,
    disabledReason: disabledReasonOf(account, first.length > 0 || waiting.pastDue.length > 0),
    deadlineUnix: waiting.deadlineUnix,
    future: futureOf(account.demands.filter((demand) => isOfFuture(demand, now))),
  };
}

function isOfFuture({ futureUntilUnix = 0 }: Demand, now: number): boolean {
  return futureUntilUnix > now;
}

function waitingFor(demands: readonly Demand[], now: number): Waiting {
  const due = demands.filter(({ isEventual }) => isEventual !== true);
  const isPast = ({ deadlineUnix }: Demand): boolean => deadlineUnix !== null && deadlineUnix <= now;
  return {
    currentlyDue: fieldsOf(due),
    pastDue: fieldsOf(due.filter(isPast)),
    eventuallyDue: fieldsOf(demands),
    pendingVerification: [],
    errors: demands.flatMap(({ field, problem }) => (problem === null ? [] : [{ ...problem, requirement: field }])),
    deadlineUnix: earliest(due.map(({ deadlineUnix }) => deadlineUnix)),
  };
}

function futureOf(demands: readonly Demand[]): Waiting {
  const fields = fieldsOf(demands);
  return {
    currentlyDue: fields,
    pastDue: [],
    eventuallyDue: fields,
    pendingVerification: [],
    errors: [],
    deadlineUnix: earliest(demands.map(({ futureUntilUnix = null }) => futureUntilUnix)),
  };
}

function fieldsOf(demands: readonly Demand[]): readonly string[] {
  return demands.map(({ field }) => field);
}

function firstQuestions({ answers }: Account): string[] {
  return [...unansweredIn(answers), 'tos_acceptance.date', 'tos_acceptance.ip'];
}

/** Lists Stripe's first questions that have no answer. */
export function unansweredIn(answers: Account['answers']): readonly string[] {
  return FIRST_QUESTIONS.filter(([, answer]) => (answers[answer] ?? '') === '').map(([requirement]) => requirement);
}

function disabledReasonOf({ rejection, underReview }: Account, late: boolean): string | null {
  if (rejection !== null) return `rejected.${rejection}`;
  if (late) return 'requirements.past_due';
  return underReview ? 'requirements.pending_verification' : null;
}

function earliest(moments: readonly (number | null)[]): number | null {
  const dates = moments.filter((moment) => moment !== null);
  return dates.length === 0 ? null : Math.min(...dates);
}
