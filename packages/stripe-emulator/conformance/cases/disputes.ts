import type { Case } from '../case.ts';

const EVIDENCE = { evidence: { uncategorized_text: 'It was delivered.' }, submit: false };

/** What customers' banks doubt: disputes and warnings. */
export const disputeCases: readonly Case[] = [
  ['GET /v1/disputes', 'Stripe.ApiList<Stripe.Dispute>', ({ stripe, on }) => stripe.disputes.list({}, on)],
  ['GET /v1/disputes/:id', 'Stripe.Dispute', ({ stripe, on, made }) => stripe.disputes.retrieve(made.dispute, {}, on)],
  [
    'POST /v1/disputes/:id',
    'Stripe.Dispute',
    ({ stripe, on, made }) => stripe.disputes.update(made.dispute, EVIDENCE, on),
  ],
  [
    'POST /v1/disputes/:id/close',
    'Stripe.Dispute',
    ({ stripe, on, made }) => stripe.disputes.close(made.dispute, {}, on),
  ],
  [
    'GET /v1/radar/early_fraud_warnings',
    'Stripe.ApiList<Stripe.Radar.EarlyFraudWarning>',
    ({ stripe, on }) => stripe.radar.earlyFraudWarnings.list({}, on),
  ],
  [
    'GET /v1/radar/early_fraud_warnings/:id',
    'Stripe.Radar.EarlyFraudWarning',
    ({ stripe, on, made }) => stripe.radar.earlyFraudWarnings.retrieve(made.warning, {}, on),
  ],
];
