import type { SubmitProblem } from '../../lib/submit-problem.ts';
import type { DraftProblems } from './charge-draft.ts';

/** The server's names of a charge's details, and the fields they were typed in. */
const fieldOf: Readonly<Record<string, keyof DraftProblems>> = {
  amountMinor: 'amount',
  currency: 'currency',
  description: 'description',
  customerEmail: 'customerEmail',
};

/** Returns what the server refused by the field it was typed in; an amount Stripe cannot charge belongs to its field. */
export function draftProblemsFrom({ code, fields, message }: SubmitProblem): DraftProblems {
  if (code === 'amount_refused') return { amount: message };
  const known = Object.entries(fields).map(([name, words]) => [fieldOf[name], words] as const);
  return Object.fromEntries(known.filter(([field]) => field !== undefined));
}

const refusals: ReadonlySet<SubmitProblem['code']> = new Set<SubmitProblem['code']>([
  'validation_failed',
  'not_signed_in',
  'cross_site_refused',
  'account_missing',
  'onboarding_incomplete',
  'amount_refused',
  'idempotency_mismatch',
  'payload_too_large',
  'unsupported_media_type',
]);

/** Says whether what was sent may have become a charge although the answer was a problem, or never came. */
export function leavesOutcomeOpen({ code }: SubmitProblem): boolean {
  return !refusals.has(code);
}
