import type { Account } from './state.ts';

type Asked = Readonly<Record<string, boolean | undefined>>;

/** A feature of an embedded component and what it is unless told; some depend on the account, or on another feature. */
type Default = boolean | ((account: Account, asked: Asked) => boolean);

const bearsLosses = ({ lossesPayer }: Account): boolean => lossesPayer === 'stripe';
const never = false;

/** Where a bank account may be told, a seller signs in first. */
const bankAccounts = {
  external_account_collection: true,
  disable_stripe_user_authentication: (_: Account, asked: Asked) => asked['external_account_collection'] === false,
} as const;
const paymentFeatures = {
  refund_management: true,
  dispute_management: true,
  capture_payments: true,
  destination_on_behalf_of_charge_management: false,
  smart_disputes_management: true,
} as const;
const payoutFeatures = {
  ...bankAccounts,
  instant_payouts: bearsLosses,
  standard_payouts: bearsLosses,
  edit_payout_schedule: bearsLosses,
} as const;

/**
 * Every component an account session may name, with its features and their defaults.
 *
 * @see https://docs.stripe.com/api/account_sessions/create
 */
export const SESSION_COMPONENTS: Readonly<Record<string, Readonly<Record<string, Default>>>> = {
  account_management: bankAccounts,
  account_onboarding: bankAccounts,
  balance_report: {},
  balances: payoutFeatures,
  disputes_list: paymentFeatures,
  documents: {},
  financial_account: {
    ...bankAccounts,
    send_money: true,
    transfer_balance: true,
  },
  financial_account_transactions: { card_spend_dispute_management: true },
  instant_payouts_promotion: { ...bankAccounts, instant_payouts: bearsLosses },
  issuing_card: {
    card_management: true,
    card_spend_dispute_management: true,
    cardholder_management: true,
    spend_control_management: true,
  },
  issuing_cards_list: {
    card_management: true,
    card_spend_dispute_management: true,
    cardholder_management: true,
    disable_stripe_user_authentication: never,
    spend_control_management: true,
  },
  notification_banner: bankAccounts,
  payment_details: paymentFeatures,
  payment_disputes: {
    refund_management: true,
    dispute_management: true,
    destination_on_behalf_of_charge_management: false,
    smart_disputes_management: true,
  },
  payment_method_settings: { disable_stripe_user_authentication: never },
  payments: paymentFeatures,
  payout_details: {},
  payout_reconciliation_report: {},
  payouts: payoutFeatures,
  payouts_list: {},
  reporting_chart: {},
  tax_registrations: {},
  tax_settings: {},
  terminal_hardware_orders: {},
  terminal_hardware_shop: {},
};

/** Returns the features of a component as a session has them: as asked for, otherwise by default. */
export function featuresFor(component: string, account: Account, asked: Asked): Readonly<Record<string, boolean>> {
  const defaults = Object.entries(SESSION_COMPONENTS[component] ?? {});
  const features = defaults.map(([feature, value]): [string, boolean] => [
    feature,
    asked[feature] ?? (typeof value === 'function' ? value(account, asked) : value),
  ]);
  return Object.fromEntries(features);
}
