import type { Stripe } from 'stripe';

type Components = Stripe.AccountSessionCreateParams.Components;

const payments = {
  enabled: true,
  features: { refund_management: true, dispute_management: true, capture_payments: true },
} as const;

/** Stripe decides per account whether money can be had at once; where it cannot, the component does not offer it. */
const payouts = {
  enabled: true,
  features: {
    standard_payouts: true,
    instant_payouts: true,
    edit_payout_schedule: true,
    external_account_collection: true,
  },
} as const;

/**
 * What each page of a seller shows. The session is what lets a browser act, so this table is the authorization: what is
 * not in it cannot be done through a component, whatever a browser asks for.
 */
const sellerPages = {
  home: { notification_banner: { enabled: true, features: { external_account_collection: true } }, balances: payouts },
  payments: { payments, payment_details: payments },
  payouts: { payouts, payouts_list: { enabled: true }, payout_details: { enabled: true } },
  disputes: { disputes_list: payments },
} as const satisfies Readonly<Record<string, Components>>;

/** Returns the components and features of a seller's session: those of all their pages, so that one serves them all. */
export function sellerComponents(): Components {
  return Object.assign({}, ...Object.values(sellerPages)) satisfies Components;
}

/** Every feature that Stripe's types know of a component, off; one that a new version of them adds does not compile. */
type ReadOnly<Name extends keyof Components> = {
  readonly enabled: true;
  readonly features: Readonly<Record<Exclude<FeatureOf<Name>, 'disable_stripe_user_authentication'>, false>>;
};
type FeatureOf<Name extends keyof Components> =
  NonNullable<Components[Name]> extends { readonly features?: infer Features } ? keyof NonNullable<Features> : never;

const looking = {
  refund_management: false,
  dispute_management: false,
  smart_disputes_management: false,
  capture_payments: false,
  destination_on_behalf_of_charge_management: false,
} as const;

/**
 * What support sees of a seller's pages. Everything that changes something is off by name, since what is left out of a
 * session may be on at Stripe. Components whose purpose it is are not in it (onboarding, account management, notices), nor
 * are those in which Stripe does not let it be off: with `balances` and `payouts` a bank account can be changed on every
 * account whose requirements Stripe collects.
 *
 * @see https://docs.stripe.com/api/account_sessions/create (`external_account_collection`)
 */
const readOnlyPages = {
  payments: { enabled: true, features: looking },
  payment_details: { enabled: true, features: looking },
  payouts_list: { enabled: true, features: {} },
  payout_details: { enabled: true, features: {} },
  disputes_list: { enabled: true, features: looking },
} as const satisfies { readonly [Name in keyof Components]?: ReadOnly<Name> };

/** Returns the components of support's session: no feature of any of them is on. */
export function readOnlyComponents(): Components {
  return readOnlyPages;
}
