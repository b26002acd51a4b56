import type { Case } from '../case.ts';
import { CARD } from '../wishes.ts';

/** Payments, their charges and refunds. */
export const paymentCases: readonly Case[] = [
  [
    'POST /v1/payment_intents',
    'Stripe.PaymentIntent',
    ({ stripe, on }) => stripe.paymentIntents.create({ amount: 900, currency: 'usd', ...CARD }, on),
  ],
  [
    'GET /v1/payment_intents',
    'Stripe.ApiList<Stripe.PaymentIntent>',
    ({ stripe, on }) => stripe.paymentIntents.list({ limit: 2 }, on),
  ],
  [
    'GET /v1/payment_intents/:id',
    'Stripe.PaymentIntent',
    ({ stripe, on, made }) => stripe.paymentIntents.retrieve(made.intent, {}, on),
  ],
  ['GET /v1/charges', 'Stripe.ApiList<Stripe.Charge>', ({ stripe, on }) => stripe.charges.list({ limit: 2 }, on)],
  ['GET /v1/charges/:id', 'Stripe.Charge', ({ stripe, on, made }) => stripe.charges.retrieve(made.charge, {}, on)],
  [
    'POST /v1/charges/:id',
    'Stripe.Charge',
    ({ stripe, on, made }) => stripe.charges.update(made.charge, { description: 'Bread' }, on),
  ],
  [
    'POST /v1/refunds',
    'Stripe.Refund',
    ({ stripe, on, made }) => stripe.refunds.create({ charge: made.charge, amount: 100 }, on),
  ],
  ['GET /v1/refunds', 'Stripe.ApiList<Stripe.Refund>', ({ stripe, on }) => stripe.refunds.list({}, on)],
  ['GET /v1/refunds/:id', 'Stripe.Refund', ({ stripe, on, made }) => stripe.refunds.retrieve(made.refund, {}, on)],
  [
    'GET /v1/charges/search',
    'Stripe.ApiSearchResult<Stripe.Charge>',
    ({ stripe, on }) => stripe.charges.search({ query: 'amount>100 AND currency:"usd"' }, on),
  ],
  [
    'GET /v1/payment_intents/search',
    'Stripe.ApiSearchResult<Stripe.PaymentIntent>',
    ({ stripe, on }) => stripe.paymentIntents.search({ query: 'status:"succeeded"' }, on),
  ],
];
