import type { Stripe } from 'stripe';

/** One thing an account can be waiting for, in the names of both APIs. */
interface Due {
  readonly v1: string;
  readonly v2: string;
  readonly isPastDue?: boolean;
  readonly reason?: string;
}

/** Where an account stands, told in no API's words. */
export interface Situation {
  readonly charges: 'active' | 'pending' | 'restricted' | 'rejected';
  readonly payouts: 'active' | 'pending' | 'restricted' | 'rejected';
  readonly isSubmitted: boolean;
  readonly due?: readonly Due[];
  readonly checked?: readonly Due[];
  readonly deadline?: string;
}

const bank = { v1: 'external_account', v2: 'defaults.payout_methods' };
const terms = { v1: 'tos_acceptance.date', v2: 'identity.attestations.terms_of_service.account' };
const birth = [
  { v1: 'individual.dob.day', v2: 'identity.individual.date_of_birth.day' },
  { v1: 'individual.dob.year', v2: 'identity.individual.date_of_birth.year' },
];
const name = { v1: 'individual.first_name', v2: 'identity.individual.given_name' };
const identity = { v1: 'individual.verification.document', v2: 'identity.individual.documents.primary_verification' };

export const newDue: readonly Due[] = [bank, terms, ...birth, name];
const inactive = { charges: 'restricted', payouts: 'restricted' } as const;
const active = { charges: 'active', payouts: 'active', isSubmitted: true } as const;

export const situations = {
  new: { ...inactive, isSubmitted: false, due: newDue },
  savedForLater: { ...inactive, isSubmitted: false, due: [bank, terms] },
  submitted: { charges: 'pending', payouts: 'pending', isSubmitted: true, checked: [identity] },
  ready: active,
  askedAgain: { ...active, due: [identity], deadline: '2026-12-24T00:00:00.000Z' },
  askedBeforeReady: { charges: 'pending', payouts: 'pending', isSubmitted: true, due: [identity] },
  pastDue: {
    charges: 'active',
    payouts: 'restricted',
    isSubmitted: true,
    due: [bank, { ...identity, isPastDue: true, reason: 'It is out of focus.' }],
  },
  paused: { charges: 'active', payouts: 'restricted', isSubmitted: true },
  rejected: { charges: 'rejected', payouts: 'rejected', isSubmitted: true },
} as const satisfies Readonly<Record<string, Situation>>;

/** The situation as the first API tells it. */
export function v1Account({
  charges,
  payouts,
  isSubmitted,
  due = [],
  checked = [],
  deadline,
}: Situation): Stripe.Account {
  const errors = due.filter(({ reason }) => reason !== undefined);
  const account = {
    id: 'acct_1Seller',
    object: 'account',
    country: 'GB',
    default_currency: 'gbp',
    charges_enabled: charges === 'active',
    payouts_enabled: payouts === 'active',
    details_submitted: isSubmitted,
    controller: { type: 'application', stripe_dashboard: { type: 'full' } },
    requirements: {
      currently_due: due.map(({ v1 }) => v1),
      past_due: due.filter(({ isPastDue }) => isPastDue).map(({ v1 }) => v1),
      pending_verification: checked.map(({ v1 }) => v1),
      errors: errors.map(({ v1, reason }) => ({ requirement: v1, reason, code: 'invalid_value_other' })),
      current_deadline: deadline === undefined ? null : Date.parse(deadline) / 1000,
      disabled_reason: charges === 'rejected' ? 'rejected.other' : null,
    },
  };
  // The parts that are read; Stripe's has about thirty more.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return account as unknown as Stripe.Account;
}

/** The situation as the second API tells it. */
export function v2Account(situation: Situation): Stripe.V2.Core.Account {
  const { charges, payouts, due = [], checked = [], deadline } = situation;
  const hasAgreed = situation.isSubmitted;
  const account = {
    id: 'acct_1Seller',
    object: 'v2.core.account',
    livemode: false,
    dashboard: 'full',
    defaults: { currency: 'gbp' },
    identity: {
      country: 'gb',
      ...(hasAgreed && { attestations: { terms_of_service: { account: { date: '2026-01-01' } } } }),
    },
    configuration: {
      merchant: {
        capabilities: {
          card_payments: { status: charges, status_details: [] },
          stripe_balance: { payouts: { status: payouts, status_details: [] } },
        },
      },
    },
    requirements: {
      entries: [
        ...due.map((item) => entryFrom(item, 'user')),
        ...checked.map((item) => entryFrom(item, 'stripe')),
        {
          ...entryFrom({ v1: '', v2: 'identity.individual.id_number' }, 'user'),
          minimum_deadline: { status: 'eventually_due' },
        },
      ],
      summary: { minimum_deadline: deadline === undefined ? null : { status: 'currently_due', time: deadline } },
    },
  };
  // The parts that are read; Stripe's v2 account has more.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return account as unknown as Stripe.V2.Core.Account;
}

function entryFrom({ v2, isPastDue = false, reason }: Due, from: 'user' | 'stripe') {
  return {
    description: v2,
    awaiting_action_from: from,
    errors: reason === undefined ? [] : [{ code: 'invalid_value_other', description: reason }],
    minimum_deadline: { status: isPastDue ? 'past_due' : 'currently_due' },
  };
}
