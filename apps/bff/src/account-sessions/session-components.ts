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
