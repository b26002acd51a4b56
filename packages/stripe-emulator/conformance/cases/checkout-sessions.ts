import type { Case } from '../case.ts';
import { checkout } from '../wishes.ts';

/** Checkout Sessions. */
export const checkoutSessionCases: readonly Case[] = [
  [
    'POST /v1/checkout/sessions',
    'Stripe.Checkout.Session',
    ({ stripe, on }) => stripe.checkout.sessions.create(checkout(), on),
  ],
  [
    'GET /v1/checkout/sessions',
    'Stripe.ApiList<Stripe.Checkout.Session>',
    ({ stripe, on }) => stripe.checkout.sessions.list({}, on),
  ],
  [
    'GET /v1/checkout/sessions/:id',
    'Stripe.Checkout.Session',
    ({ stripe, on, made }) => stripe.checkout.sessions.retrieve(made.checkout, {}, on),
  ],
  [
    'GET /v1/checkout/sessions/:id/line_items',
    'Stripe.ApiList<Stripe.LineItem>',
    ({ stripe, on, made }) => stripe.checkout.sessions.listLineItems(made.checkout, {}, on),
  ],
  [
    'POST /v1/checkout/sessions/:id',
    'Stripe.Checkout.Session',
    ({ stripe, on, made }) => stripe.checkout.sessions.update(made.checkout, { metadata: { shown: 'yes' } }, on),
  ],
  [
    'POST /v1/checkout/sessions/:id/expire',
    'Stripe.Checkout.Session',
    ({ stripe, on, made }) => stripe.checkout.sessions.expire(made.checkout, {}, on),
  ],
];
