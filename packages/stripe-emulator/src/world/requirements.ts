import type { Account, Demand } from './state.ts';
import type { World } from './world.ts';

/** What Stripe waits for, and what follows from it. */
export interface Requirements {
  readonly currentlyDue: readonly string[];
  readonly pastDue: readonly string[];
  readonly eventuallyDue: readonly string[];
  readonly pendingVerification: readonly string[];
  readonly errors: readonly { readonly code: string; readonly reason: string; readonly requirement: string }[];
  readonly disabledReason: string | null;
  readonly deadlineUnix: number | null;
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
  const first = account.submittedUnix === null ? firstQuestions(account) : [];
  const now = world.clock.nowUnix();
  const isPast = ({ deadlineUnix }: Demand): boolean => deadlineUnix !== null && deadlineUnix <= now;
  const past = account.demands.filter(isPast);
  const demanded = account.demands.map(({ field }) => field);
  const due = [...first, ...demanded];
  return {
    currentlyDue: due,
    // Whoever has never handed anything in is late with everything: that is how Stripe shows new accounts.
    pastDue: [...first, ...past.map(({ field }) => field)],
    eventuallyDue: due,
    pendingVerification: account.underReview ? ['individual.verification.document'] : [],
    errors: account.demands.flatMap(({ field, problem }) =>
      problem === null ? [] : [{ ...problem, requirement: field }],
    ),
    disabledReason: disabledReasonOf(account, first.length > 0 || past.length > 0),
    deadlineUnix: earliest(account.demands),
  };
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

function earliest(demands: readonly Demand[]): number | null {
  const deadlines = demands.map(({ deadlineUnix }) => deadlineUnix).filter((deadline) => deadline !== null);
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}
