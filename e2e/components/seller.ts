import type { Platform, SessionComponents } from './platform.ts';

/** A connected account that takes payments. */
export interface Seller {
  readonly account: string;
  /** Lets a customer pay; what the bank refuses is a payment too. Returns its id. */
  pay(amount: number, options?: PaymentWish): Promise<string>;
  /** What the next page may show. */
  allow(components: SessionComponents): void;
}

interface PaymentWish {
  readonly card?: string;
  readonly description?: string;
  /** The address that the receipt goes to. */
  readonly customer?: string;
}

/** What kind of account a seller has: one that takes payments and signs in at Stripe, unless told. */
export interface SellerKind {
  /** Has told Stripe nothing yet. */
  readonly isNew?: boolean;
  /** The platform asks for what Stripe wants to know, and may do without the sign-in. */
  readonly isPlatformsOwn?: boolean;
}

/** Opens an account at the local Stripe; its pages may show everything with every feature. */
export async function openSeller(
  { stripe, emulator, allow }: Platform,
  { isNew = false, isPlatformsOwn = false }: SellerKind,
): Promise<Seller> {
  const { id: account } = await stripe.accounts.create({
    country: 'US',
    email: 'jenny@example.com',
    business_profile: { name: 'Anvil & Oak' },
    controller: isPlatformsOwn ? platformsOwn : stripes,
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  });
  if (!isNew) emulator.control.completeOnboarding(account);
  allow(account, EVERYTHING);
  return {
    account,
    allow: (components) => {
      allow(account, components);
    },
    pay: async (amount, { card = 'pm_card_bypassPending', description = 'Bowl', customer } = {}) => {
      const options = { stripeAccount: account };
      const receipt = customer === undefined ? {} : { receipt_email: customer };
      const wish = { amount, currency: 'usd', description, ...receipt };
      const { id } = await stripe.paymentIntents.create(wish, options);
      const confirmed = { payment_method: card, return_url: 'http://localhost/' };
      await stripe.paymentIntents.confirm(id, confirmed, options).catch(ignoreDecline);
      return id;
    },
  };
}

const stripes = {
  fees: { payer: 'account' },
  losses: { payments: 'stripe' },
  requirement_collection: 'stripe',
  stripe_dashboard: { type: 'full' },
} as const;
const platformsOwn = {
  fees: { payer: 'application' },
  losses: { payments: 'application' },
  requirement_collection: 'application',
  stripe_dashboard: { type: 'none' },
} as const;

function ignoreDecline(error: unknown): void {
  if (!(error instanceof Error && 'type' in error && error.type === 'StripeCardError')) throw error;
}

const payments = {
  enabled: true,
  features: { refund_management: true, dispute_management: true, capture_payments: true },
} as const;
const payouts = {
  enabled: true,
  features: { standard_payouts: true, instant_payouts: true, edit_payout_schedule: true },
} as const;

const cards = { enabled: true, features: { card_management: true, spend_control_management: true } } as const;

/** Every component with every feature. */
export const EVERYTHING: SessionComponents = {
  notification_banner: { enabled: true },
  payments,
  payment_details: payments,
  balances: payouts,
  payouts,
  instant_payouts_promotion: { enabled: true, features: { instant_payouts: true } },
  payouts_list: { enabled: true },
  payout_details: { enabled: true },
  disputes_list: payments,
  payment_disputes: { enabled: true, features: { refund_management: true, dispute_management: true } },
  issuing_card: cards,
  issuing_cards_list: cards,
  financial_account: { enabled: true },
  financial_account_transactions: { enabled: true },
  documents: { enabled: true },
  tax_settings: { enabled: true },
  tax_registrations: { enabled: true },
  balance_report: { enabled: true },
  account_onboarding: { enabled: true },
  account_management: { enabled: true },
  payout_reconciliation_report: { enabled: true },
};
