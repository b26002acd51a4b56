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
  [
    'POST /v1/payment_intents/:id',
    'Stripe.PaymentIntent',
    ({ stripe, on, made }) => stripe.paymentIntents.update(made.unpaidIntent, { amount: 950 }, on),
  ],
  [
    'POST /v1/payment_intents/:id/confirm',
    'Stripe.PaymentIntent',
    ({ stripe, on, made }) => stripe.paymentIntents.confirm(made.openIntent, {}, on),
  ],
  [
    'POST /v1/payment_intents/:id/capture',
    'Stripe.PaymentIntent',
    ({ stripe, on, made }) => stripe.paymentIntents.capture(made.heldIntent, { amount_to_capture: 1500 }, on),
  ],
  [
    'POST /v1/payment_intents/:id/cancel',
    'Stripe.PaymentIntent',
    ({ stripe, on, made }) => stripe.paymentIntents.cancel(made.unpaidIntent, { cancellation_reason: 'abandoned' }, on),
  ],
  [
    'POST /v1/charges',
    'Stripe.Charge',
    ({ stripe, on }) => stripe.charges.create({ amount: 900, currency: 'usd', source: 'tok_visa' }, on),
  ],
  ['GET /v1/charges', 'Stripe.ApiList<Stripe.Charge>', ({ stripe, on }) => stripe.charges.list({ limit: 2 }, on)],
  ['GET /v1/charges/:id', 'Stripe.Charge', ({ stripe, on, made }) => stripe.charges.retrieve(made.charge, {}, on)],
  [
    'POST /v1/charges/:id',
    'Stripe.Charge',
    ({ stripe, on, made }) => stripe.charges.update(made.charge, { description: 'Bread' }, on),
  ],
  [
    'POST /v1/charges/:id/capture',
    'Stripe.Charge',
    ({ stripe, on, made }) => stripe.charges.capture(made.heldCharge, {}, on),
  ],
  [
    'GET /v1/charges/:charge/refunds',
    'Stripe.ApiList<Stripe.Refund>',
    ({ stripe, on, made }) => stripe.rawRequest('GET', `/v1/charges/${made.charge}/refunds`, undefined, on),
  ],
  [
    'POST /v1/refunds',
    'Stripe.Refund',
    ({ stripe, on, made }) => stripe.refunds.create({ charge: made.charge, amount: 100 }, on),
  ],
  ['GET /v1/refunds', 'Stripe.ApiList<Stripe.Refund>', ({ stripe, on }) => stripe.refunds.list({}, on)],
  [
    'POST /v1/refunds/:id',
    'Stripe.Refund',
    ({ stripe, on, made }) => stripe.refunds.update(made.refund, { metadata: { shown: 'yes' } }, on),
  ],
  [
    'POST /v1/refunds/:id/cancel',
    'Stripe.Refund',
    ({ stripe, on, made }) => stripe.refunds.cancel(made.pendingRefund, {}, on),
  ],
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
