import type { Stripe } from 'stripe';
import { stripeAccountId } from '../stripe/index.ts';
import type { AccountFacts } from './account-facts.ts';
import { type DueField, fieldNames, requirementsFrom } from './requirement-list.ts';

/** Returns what an account of Stripe's first account API says. It does not say its mode: that is the key's. */
export function accountFromV1(account: Stripe.Account, mode: AccountFacts['mode']): AccountFacts {
  const { requirements } = account;
  const due = dueFields(requirements);
  const reason = requirements?.disabled_reason ?? '';
  return {
    stripeAccountId: stripeAccountId(account.id),
    mode,
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
    detailsSubmitted: account.details_submitted,
    isRejected: reason.startsWith('rejected.'),
    isBeingChecked: (requirements?.pending_verification ?? []).length > 0 || reviewReasons.has(reason),
    dueFields: fieldNames(due),
    requirements: requirementsFrom(due),
    country: account.country?.toUpperCase() ?? null,
    defaultCurrency: account.default_currency ?? null,
    deadlineAt: momentFromUnix(requirements?.current_deadline),
    dashboardType: dashboardTypeFrom(account.controller?.stripe_dashboard?.type),
  };
}

/** Reasons for which the seller can only wait. */
const reviewReasons: ReadonlySet<string> = new Set(['listed', 'requirements.pending_verification', 'under_review']);

function dueFields(requirements: Stripe.Account.Requirements | undefined): DueField[] {
  const pastDue = new Set(requirements?.past_due);
  const fields = new Set([...pastDue, ...(requirements?.currently_due ?? [])]);
  const reasons = new Map(requirements?.errors?.map(({ requirement, reason }) => [requirement, reason]));
  return [...fields].map((field) => ({ field, isPastDue: pastDue.has(field), reason: reasons.get(field) }));
}

/** Kinds we do not know lead nowhere we know. */
function dashboardTypeFrom(type: string | undefined): AccountFacts['dashboardType'] {
  return type === 'full' || type === 'express' ? type : 'none';
}

function momentFromUnix(unix: number | null | undefined): Date | null {
  return typeof unix === 'number' ? new Date(unix * 1000) : null;
}
