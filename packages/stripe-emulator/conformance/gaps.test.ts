import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { endpointsOf } from './sdk-endpoints.ts';

const stripe = new Stripe('sk_test_nobody');
const { core } = stripe.v2;

/** What a platform works with: of these every method is there, or is named below. */
const RESOURCES: readonly object[] = [
  stripe.accountLinks,
  stripe.accountSessions,
  stripe.accounts,
  stripe.applicationFees,
  stripe.balance,
  stripe.balanceSettings,
  stripe.balanceTransactions,
  stripe.charges,
  stripe.checkout.sessions,
  stripe.customers,
  stripe.disputes,
  stripe.ephemeralKeys,
  stripe.events,
  stripe.files,
  stripe.paymentIntents,
  stripe.paymentMethods,
  stripe.payouts,
  stripe.prices,
  stripe.products,
  stripe.radar.earlyFraudWarnings,
  stripe.refunds,
  stripe.tax.registrations,
  stripe.tax.settings,
  stripe.tokens,
  stripe.transfers,
  stripe.webhookEndpoints,
  core.accountLinks,
  core.accountTokens,
  core.accounts,
  core.accounts.personTokens,
  core.accounts.persons,
  core.eventDestinations,
  core.events,
];

/** What is knowingly left out: money that customers keep, their older sources and taxes, and what cards have no use for. */
const ABSENT: ReadonlySet<string> = new Set([
  'POST /v1/accounts/:id/unreject',
  'DELETE /v1/customers/:id/discount',
  'GET /v1/customers/:id/balance_transactions',
  'POST /v1/customers/:id/balance_transactions',
  'GET /v1/customers/:id/balance_transactions/:id',
  'POST /v1/customers/:id/balance_transactions/:id',
  'GET /v1/customers/:id/cash_balance',
  'POST /v1/customers/:id/cash_balance',
  'GET /v1/customers/:id/cash_balance_transactions',
  'GET /v1/customers/:id/cash_balance_transactions/:id',
  'POST /v1/customers/:id/funding_instructions',
  'GET /v1/customers/:id/sources',
  'POST /v1/customers/:id/sources',
  'GET /v1/customers/:id/sources/:id',
  'POST /v1/customers/:id/sources/:id',
  'DELETE /v1/customers/:id/sources/:id',
  'POST /v1/customers/:id/sources/:id/verify',
  'GET /v1/customers/:id/tax_ids',
  'POST /v1/customers/:id/tax_ids',
  'GET /v1/customers/:id/tax_ids/:id',
  'DELETE /v1/customers/:id/tax_ids/:id',
  'DELETE /v1/ephemeral_keys/:id',
  'GET /v1/payment_intents/:id/amount_details_line_items',
  'POST /v1/payment_intents/:id/apply_customer_balance',
  'POST /v1/payment_intents/:id/increment_authorization',
  'POST /v1/payment_intents/:id/verify_microdeposits',
  'POST /v1/payouts/:id/reverse',
  'GET /v1/products/:id/features',
  'POST /v1/products/:id/features',
  'GET /v1/products/:id/features/:id',
  'DELETE /v1/products/:id/features/:id',
]);

test('every method of the SDK’s resources has its endpoint, unless it is knowingly left out', () => {
  const known = new Set(Array.from(coverage().keys(), (endpoint) => endpoint.replaceAll(/:\w+/gu, ':id')));
  const asked = RESOURCES.flatMap(endpointsOf);
  expect(asked.length).toBeGreaterThan(known.size / 2);
  expect(asked.filter((endpoint) => !known.has(endpoint) && !ABSENT.has(endpoint))).toEqual([]);
});
