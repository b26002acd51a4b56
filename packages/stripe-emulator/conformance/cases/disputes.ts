import type { Case } from '../case.ts';

/** Disputes. */
export const disputeCases: readonly Case[] = [
  ['GET /v1/disputes', 'Stripe.ApiList<Stripe.Dispute>', ({ stripe, on }) => stripe.disputes.list({}, on)],
  ['GET /v1/disputes/:id', 'Stripe.Dispute', ({ stripe, on, made }) => stripe.disputes.retrieve(made.dispute, {}, on)],
];
