import type { Case } from '../case.ts';

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
];
