import type Stripe from 'stripe';
import type { Case } from '../case.ts';

const WEEKLY: Stripe.BalanceSettingsUpdateParams.Payments.Payouts.Schedule = {
  interval: 'weekly',
  weekly_payout_days: ['friday'],
};

/** What an account has, and how it reaches a bank. */
export const balanceCases: readonly Case[] = [
  ['GET /v1/balance', 'Stripe.Balance', ({ stripe, on }) => stripe.balance.retrieve({}, on)],
  ['GET /v1/balance_settings', 'Stripe.BalanceSettings', ({ stripe, on }) => stripe.balanceSettings.retrieve({}, on)],
  [
    'GET /v1/balance_transactions',
    'Stripe.ApiList<Stripe.BalanceTransaction>',
    ({ stripe, on }) => stripe.balanceTransactions.list({ limit: 3 }, on),
  ],
  [
    'GET /v1/balance_transactions/:id',
    'Stripe.BalanceTransaction',
    ({ stripe, on, made }) => stripe.balanceTransactions.retrieve(made.transaction, {}, on),
  ],
  ['GET /v1/payouts', 'Stripe.ApiList<Stripe.Payout>', ({ stripe, on }) => stripe.payouts.list({}, on)],
  [
    'POST /v1/payouts',
    'Stripe.Payout',
    ({ stripe, on }) => stripe.payouts.create({ amount: 200, currency: 'usd' }, on),
  ],
  [
    'POST /v1/payouts',
    'Stripe.Payout',
    ({ stripe, on }) => stripe.payouts.create({ amount: 200, currency: 'usd', method: 'instant' }, on),
  ],
  ['GET /v1/payouts/:id', 'Stripe.Payout', ({ stripe, on, made }) => stripe.payouts.retrieve(made.payout, {}, on)],
  [
    'POST /v1/payouts/:id',
    'Stripe.Payout',
    ({ stripe, on, made }) => stripe.payouts.update(made.payout, { metadata: { shown: 'yes' } }, on),
  ],
  [
    'POST /v1/payouts/:id/cancel',
    'Stripe.Payout',
    ({ stripe, on, made }) => stripe.payouts.cancel(made.payout, {}, on),
  ],
  [
    'POST /v1/payouts/:id/reverse',
    'Stripe.Payout',
    ({ stripe, express: stripeAccount, made }) =>
      stripe.payouts.reverse(made.arrivedPayout, { expand: ['original_payout'] }, { stripeAccount }),
  ],
  [
    'POST /v1/balance_settings',
    'Stripe.BalanceSettings',
    ({ stripe, on }) => stripe.balanceSettings.update({ payments: { payouts: { schedule: WEEKLY } } }, on),
  ],
  [
    'GET /v1/balance/history',
    'Stripe.ApiList<Stripe.BalanceTransaction>',
    ({ stripe, on }) => stripe.rawRequest('GET', '/v1/balance/history', undefined, on),
  ],
  [
    'GET /v1/balance/history/:id',
    'Stripe.BalanceTransaction',
    ({ stripe, on, made }) => stripe.rawRequest('GET', `/v1/balance/history/${made.transaction}`, undefined, on),
  ],
];
