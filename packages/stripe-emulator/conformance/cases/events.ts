import type Stripe from 'stripe';
import type { Case } from '../case.ts';

const DESTINATION = 'Stripe.V2.Core.EventDestination';

/** Who listens to events. */
export const eventCases: readonly Case[] = [
  [
    'GET /v1/webhook_endpoints',
    'Stripe.ApiList<Stripe.WebhookEndpoint>',
    ({ stripe }) => stripe.webhookEndpoints.list(),
  ],
  [
    'POST /v1/webhook_endpoints',
    'Stripe.WebhookEndpoint',
    ({ stripe }) =>
      stripe.webhookEndpoints.create({ url: 'https://example.com/more', enabled_events: ['payout.paid'] }),
  ],
  [
    'GET /v1/webhook_endpoints/:id',
    'Stripe.WebhookEndpoint',
    ({ stripe, made }) => stripe.webhookEndpoints.retrieve(made.webhook),
  ],
  [
    'POST /v1/webhook_endpoints/:id',
    'Stripe.WebhookEndpoint',
    ({ stripe, made }) => stripe.webhookEndpoints.update(made.webhook, { disabled: true }),
  ],
  [
    'DELETE /v1/webhook_endpoints/:id',
    'Stripe.DeletedWebhookEndpoint',
    ({ stripe, made }) => stripe.webhookEndpoints.del(made.webhook),
  ],
  ['GET /v1/events', 'Stripe.ApiList<Stripe.Event>', ({ stripe }) => stripe.events.list({ limit: 100 })],
  [
    'GET /v1/events',
    'Stripe.ApiList<Stripe.Event>',
    async ({ stripe, on }) => listed(await stripe.events.list({ limit: 100 }, on)),
  ],
  ['GET /v1/events/:id', 'Stripe.Event', ({ stripe, made }) => stripe.events.retrieve(made.event)],
];

/** Stripe tells accounts of these, and lists them nowhere. */
export const UNLISTED: ReadonlySet<string> = new Set(['payment.created']);

function listed({ data, ...page }: Stripe.ApiList<Stripe.Event>) {
  return { ...page, data: data.filter(({ type }) => !UNLISTED.has(type)) };
}

const INCLUDE = ['webhook_endpoint.url'] as const;

/** Event destinations and events of API v2. */
export const eventV2Cases: readonly Case[] = [
  [
    'POST /v2/core/event_destinations',
    DESTINATION,
    ({ stripe }) =>
      stripe.v2.core.eventDestinations.create({
        name: 'Snapshots',
        type: 'webhook_endpoint',
        event_payload: 'snapshot',
        snapshot_api_version: '2026-10-28.endive',
        events_from: ['@accounts'],
        enabled_events: ['payout.paid'],
        webhook_endpoint: { url: 'https://example.com/snapshots' },
        include: ['webhook_endpoint.signing_secret', 'webhook_endpoint.url'],
      }),
  ],
  [
    'GET /v2/core/event_destinations',
    `Stripe.V2List<${DESTINATION}>`,
    ({ stripe }) => stripe.v2.core.eventDestinations.list({ include: [...INCLUDE] }),
  ],
  [
    'GET /v2/core/event_destinations/:id',
    DESTINATION,
    ({ stripe, made }) => stripe.v2.core.eventDestinations.retrieve(made.destination, { include: [...INCLUDE] }),
  ],
  [
    'POST /v2/core/event_destinations/:id',
    DESTINATION,
    ({ stripe, made }) => stripe.v2.core.eventDestinations.update(made.destination, { name: 'Renamed' }),
  ],
  [
    'POST /v2/core/event_destinations/:id/disable',
    DESTINATION,
    ({ stripe, made }) => stripe.v2.core.eventDestinations.disable(made.destination),
  ],
  [
    'POST /v2/core/event_destinations/:id/enable',
    DESTINATION,
    ({ stripe, made }) => stripe.v2.core.eventDestinations.enable(made.destination),
  ],
  [
    'POST /v2/core/event_destinations/:id/ping',
    // The SDK promises `fetchRelatedObject` here too, and adds it only to events that were retrieved.
    "Omit<Stripe.V2.Core.Events.V2CoreEventDestinationPingEvent, 'fetchRelatedObject'>",
    ({ stripe, made }) => stripe.v2.core.eventDestinations.ping(made.destination),
  ],
  [
    'GET /v2/core/events',
    'Stripe.V2List<Stripe.V2.Core.Event>',
    ({ stripe }) => stripe.v2.core.events.list({ limit: 100 }),
  ],
  [
    'GET /v2/core/events/:id',
    'Stripe.V2.Core.Event',
    ({ stripe, made }) => stripe.v2.core.events.retrieve(made.eventV2),
  ],
  [
    'DELETE /v2/core/event_destinations/:id',
    'Stripe.V2.DeletedObject',
    ({ stripe, made }) => stripe.v2.core.eventDestinations.del(made.destination),
  ],
];
