import type { Stripe } from 'stripe';
import { stripeAccountId } from '../stripe/index.ts';
import type { AccountFacts } from './account-facts.ts';
import { type DueField, fieldNames, requirementsFrom } from './requirement-list.ts';

type Account = Stripe.V2.Core.Account;
type Merchant = Stripe.V2.Core.Account.Configuration.Merchant;

/** Returns what an account of Stripe's second account API says, read with all of its parts included. */
export function accountFromV2(account: Account): AccountFacts {
  const capabilities = account.configuration?.merchant?.capabilities;
  const chargesEnabled = capabilities?.card_payments?.status === 'active';
  const entries = currentEntries(account);
  const due = dueFields(entries);
  return {
    stripeAccountId: stripeAccountId(account.id),
    mode: account.livemode ? 'live' : 'test',
    chargesEnabled,
    payoutsEnabled: capabilities?.stripe_balance?.payouts?.status === 'active',
    detailsSubmitted:
      chargesEnabled || hasAgreedToTerms(account) || (due.length === 0 && isDetermined(account)) || undefined,
    isRejected: account.closed === true || capabilities?.card_payments?.status === 'rejected',
    isBeingChecked: entries.some(({ awaiting_action_from: from }) => from === 'stripe') || isUndecided(capabilities),
    dueFields: fieldNames(due),
    requirements: requirementsFrom(due),
    country: account.identity?.country?.toUpperCase() ?? null,
    defaultCurrency: account.defaults?.currency ?? null,
    deadlineAt: deadlineOf(account),
    dashboardType: account.dashboard ?? 'none',
  };
}

type Entry = Stripe.V2.Core.Account.Requirements.Entry;

function currentEntries(account: Account): Entry[] {
  const entries = account.requirements?.entries ?? [];
  return entries.filter(({ minimum_deadline: deadline }) => deadline.status !== 'eventually_due');
}

function dueFields(entries: readonly Entry[]): DueField[] {
  return entries
    .filter(({ awaiting_action_from: from }) => from === 'user')
    .map(({ description, minimum_deadline: deadline, errors }) => ({
      field: description,
      isPastDue: deadline.status === 'past_due',
      reason: errors[0]?.description,
    }));
}

/** The last step of onboarding; this API has no flag that says it was finished. Absent parts can also be null. */
function hasAgreedToTerms({ identity }: Account): boolean {
  return typeof identity?.attestations?.terms_of_service?.account?.date === 'string';
}

/** Until Stripe knows what it asks, an empty list of what is due says nothing. */
function isDetermined({ requirements, configuration }: Account): boolean {
  const asked = typeof requirements === 'object' && requirements !== null;
  return asked && !detailsOf(configuration?.merchant?.capabilities).some(({ code }) => code === DETERMINING);
}

const DETERMINING = 'determining_status';
const undecided: ReadonlySet<string> = new Set([DETERMINING, 'requirements_pending_verification']);

function isUndecided(capabilities: Merchant['capabilities']): boolean {
  return detailsOf(capabilities).some(({ code }) => undecided.has(code));
}

function detailsOf(capabilities: Merchant['capabilities']): readonly { readonly code: string }[] {
  const { card_payments: cards, stripe_balance: balance } = capabilities ?? {};
  return [...(cards?.status_details ?? []), ...(balance?.payouts?.status_details ?? [])];
}

function deadlineOf({ requirements }: Account): Date | null {
  const time = requirements?.summary?.minimum_deadline?.time;
  return typeof time === 'string' ? new Date(time) : null;
}
