import * as Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { CountryCode, CurrencyCode, Moment } from './fields.ts';

/**
 * Where a seller stands with Stripe, in the order they meet it:
 * `not_started` nothing was sent yet · `more_needed` Stripe waits for the seller · `in_review` Stripe is checking, nothing
 * to do · `ready` payments and payouts work · `restricted` something stopped working until the seller acts · `rejected`
 * Stripe closed the account.
 */
export const AccountState = Type.Enum(['not_started', 'more_needed', 'in_review', 'ready', 'restricted', 'rejected']);
export type AccountState = Type.Static<typeof AccountState>;

/** One thing Stripe waits for. */
export const Requirement = Type.Object({
  field: Type.String({ description: "Stripe's name of what is needed." }),
  label: Type.String({ description: "The same in a seller's words." }),
  pastDue: Type.Boolean(),
  problem: Type.Optional(Type.String({ description: 'Why what was sent before was not accepted.' })),
});
export type Requirement = Type.Static<typeof Requirement>;

/**
 * The ways into the seller's Stripe Dashboard. `full`: plain links, where `payment` and `payout` carry `{id}` for the
 * object's id. `express`: a link must be made on click. `none`: there is no Stripe Dashboard for this account.
 */
export const StripeDashboard = Type.Object({
  type: Type.Enum(['full', 'express', 'none']),
  links: Type.Optional(
    Type.Object({
      home: Type.String(),
      payments: Type.String(),
      payment: Type.String(),
      payouts: Type.String(),
      payout: Type.String(),
      disputes: Type.String(),
      balances: Type.String(),
      account: Type.String(),
    }),
  ),
});
export type StripeDashboard = Type.Static<typeof StripeDashboard>;

/** A seller's connected account, as far as a seller needs to know. */
export const Account = Type.Object({
  stripeAccountId: Type.String({ description: "Stripe's id of the account; shown, never taken as input." }),
  state: AccountState,
  mode: Type.Enum(['test', 'live']),
  chargesEnabled: Type.Boolean(),
  payoutsEnabled: Type.Boolean(),
  detailsSubmitted: Type.Boolean(),
  country: Type.Optional(CountryCode),
  defaultCurrency: Type.Optional(CurrencyCode),
  requirements: Type.Array(Requirement),
  deadlineAt: Type.Optional(Moment),
  dashboard: StripeDashboard,
});
export type Account = Type.Static<typeof Account>;

/** Creates the seller's connected account, or returns the one there is. */
export const createAccount = endpoint({
  operationId: 'createAccount',
  method: 'POST',
  url: '/api/account',
  access: 'seller',
  support: 'never',
  schema: {
    summary: "Create the seller's connected account, or return the one there is",
    tags: ['accounts'],
    body: Type.Object({}, { additionalProperties: false }),
    response: { 200: Account },
  },
  problems: ['not_signed_in', 'stripe_refused', 'stripe_unavailable', 'test_mode_off'],
});

/** Reads the account from Stripe again: the only thing believed after a return from onboarding. */
export const refreshAccount = endpoint({
  operationId: 'refreshAccount',
  method: 'POST',
  url: '/api/account/refresh',
  access: 'seller',
  support: 'never',
  schema: {
    summary: 'Read the account from Stripe again: the only thing believed after a return from onboarding',
    tags: ['accounts'],
    body: Type.Object({}, { additionalProperties: false }),
    response: { 200: Account },
  },
  problems: ['not_signed_in', 'account_missing', 'stripe_refused', 'stripe_unavailable', 'test_mode_off'],
});

/** Makes a single-use link to Stripe's onboarding page; it works for a few minutes and must be opened at once. */
export const createOnboardingLink = endpoint({
  operationId: 'createOnboardingLink',
  method: 'POST',
  url: '/api/onboarding-links',
  access: 'seller',
  support: 'never',
  schema: {
    summary: "Make a single-use link to Stripe's onboarding page",
    tags: ['accounts'],
    body: Type.Object({}, { additionalProperties: false }),
    response: { 201: Type.Object({ url: Type.String(), expiresAt: Moment }) },
  },
  problems: ['not_signed_in', 'account_missing', 'stripe_refused', 'stripe_unavailable', 'test_mode_off'],
});

/** Makes a single-use link into the Express Dashboard; accounts with the full Dashboard use plain links. */
export const createDashboardLink = endpoint({
  operationId: 'createDashboardLink',
  method: 'POST',
  url: '/api/dashboard-links',
  access: 'seller',
  support: 'never',
  schema: {
    summary: 'Make a single-use link into the Express Dashboard',
    tags: ['dashboard links'],
    body: Type.Object({}, { additionalProperties: false }),
    response: { 201: Type.Object({ url: Type.String() }) },
  },
  problems: [
    'not_signed_in',
    'account_missing',
    'no_express_dashboard',
    'stripe_refused',
    'stripe_unavailable',
    'test_mode_off',
  ],
});
