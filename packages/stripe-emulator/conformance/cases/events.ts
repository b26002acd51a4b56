import type { Case } from '../case.ts';

/** Who listens to events. */
export const eventCases: readonly Case[] = [
  [
    'GET /v1/webhook_endpoints',
    'Stripe.ApiList<Stripe.WebhookEndpoint>',
    ({ stripe }) => stripe.webhookEndpoints.list(),
  ],
];
