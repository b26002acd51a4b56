import { isRegistered, peopleOf } from './people.ts';
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

/** What is asked besides of a company or a non-profit. Whoever is responsible is `individual` here, whatever they are called outside. */
const REGISTERED_QUESTIONS: typeof FIRST_QUESTIONS = [
  ['company.name', 'company_name'],
  ['company.tax_id', 'tax_id'],
  ['individual.relationship.title', 'title'],
  ['individual.relationship.executive', 'executive'],
];

/** Only companies have owners. */
const COMPANY_QUESTIONS: typeof FIRST_QUESTIONS = [
  ...REGISTERED_QUESTIONS,
  ['company.owners_provided', 'further_owners'],
];

/** Every question of onboarding that some business has to answer. */
export const ALL_QUESTIONS: typeof FIRST_QUESTIONS = [...FIRST_QUESTIONS, ...COMPANY_QUESTIONS];

/** Lists Stripe's first questions to a kind of business. */
export function questionsFor(answers: Account['answers']): typeof FIRST_QUESTIONS {
  if (!isRegistered(answers)) return FIRST_QUESTIONS;
  const more = answers['business_type'] === 'company' ? COMPANY_QUESTIONS : REGISTERED_QUESTIONS;
  return [...FIRST_QUESTIONS, ...more];
}

/** Derives the requirements of an account from what it has told so far. */
export function requirementsOf(world: World, account: Account): Requirements {
  const now = world.clock.nowUnix();
  const first = account.submittedUnix === null ? firstQuestions(account) : [];
  const present = account.demands.filter((demand) => !isOfFuture(demand, now));
  const waiting = waitingFor([...present, ...ownersDue(world, account)], now);
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

/** Of owners the platform told of Stripe wants to know who they are, and eventually when they were born. */
function ownersDue(world: World, { id, answers }: Account): readonly Demand[] {
  if (answers['business_type'] !== 'company') return [];
  const owners = peopleOf(world, id).filter(({ relationship: { owner, representative } }) => owner && !representative);
  return owners.flatMap((owner) =>
    OWNER_QUESTIONS.filter(([, field]) => owner[field] === null).map(([requirement, field]): Demand => {
      const demand = { field: `${owner.id}.${requirement}`, deadlineUnix: null, problem: null };
      return field === 'dob' ? { ...demand, isEventual: true } : demand;
    }),
  );
}

const OWNER_QUESTIONS: readonly (readonly [requirement: string, field: 'dob' | 'email' | 'firstName' | 'lastName'])[] =
  [
    ['first_name', 'firstName'],
    ['last_name', 'lastName'],
    ['email', 'email'],
    ['dob.day', 'dob'],
    ['dob.month', 'dob'],
    ['dob.year', 'dob'],
  ];

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
  return questionsFor(answers)
    .filter(([, answer]) => (answers[answer] ?? '') === '')
    .map(([requirement]) => requirement);
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
