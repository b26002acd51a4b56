import type { Case } from '../case.ts';

/** What the platform earns. */
export const platformMoneyCases: readonly Case[] = [
  [
    'GET /v1/application_fees',
    'Stripe.ApiList<Stripe.ApplicationFee>',
    ({ stripe }) => stripe.applicationFees.list({ limit: 2 }),
  ],
  [
    'GET /v1/application_fees/:id',
    'Stripe.ApplicationFee',
    ({ stripe, made }) => stripe.applicationFees.retrieve(made.fee),
  ],
];
