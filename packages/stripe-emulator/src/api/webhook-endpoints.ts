import type Stripe from 'stripe';
import { tellOne } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { randomText } from '../world/ids.ts';
import type { WebhookEndpoint } from '../world/state.ts';
import { born, type World } from '../world/world.ts';
import type { ListQuery, Page } from '../world/queries.ts';
import { pageParams, pageV2 } from './page-v2.ts';
import { textOrNull } from './parts.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { isEventType } from '../webhooks/event-types.ts';
import { bool, list, metadata, object, oneOf, type ParamTable, required, text } from '../wire/params.ts';
import { invalidParam, invalidRequest, resourceMissing } from '../wire/stripe-error.ts';

const MOST_ENDPOINTS = 16;

/** What can be seen besides, later on: the secret is told when the destination is made, and never again. */
const listed = list(oneOf('webhook_endpoint.url'));

/** Who listens to events: snapshot endpoints of API v1 and event destinations of API v2, one kind of thing. */
export const webhookEndpointOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/webhook_endpoints',
    params: listParams,
    run: (call) => listOf(call, 'webhook_endpoint', '/v1/webhook_endpoints', { form: 'snapshot' }),
  }),
  operation({
    method: 'POST',
    path: '/v1/webhook_endpoints',
    params: {
      url: required(text()),
      enabled_events: required(list(text())),
      connect: bool(),
      api_version: text(),
      description: text(),
      metadata: metadata(),
    },
    run: ({ world, params }) => {
      const endpoint = addEndpoint(world, 'we', {
        form: 'snapshot',
        scope: params.connect === true ? 'connect' : 'platform',
        url: webAddress(params.url, 'url'),
        enabledEvents: eventTypes(params.enabled_events, 'snapshot'),
        name: null,
        description: params.description ?? null,
        apiVersion: params.api_version ?? null,
        metadata: mergedMetadata({}, params.metadata),
      });
      return { ...webhookEndpointToWire(world, endpoint), secret: endpoint.secret };
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/webhook_endpoints/:id',
    params: {},
    run: (call) => webhookEndpointToWire(call.world, resource(call, 'webhook_endpoint', call.path['id'] ?? '')),
  }),
  operation({
    method: 'POST',
    path: '/v1/webhook_endpoints/:id',
    params: { url: text(), enabled_events: list(text()), disabled: bool(), description: text(), metadata: metadata() },
    run: (call) => {
      const { world, params } = call;
      const { id, description, metadata: known } = resource(call, 'webhook_endpoint', call.path['id'] ?? '');
      const changed = world.store.update('webhook_endpoint', id, {
        ...(params.url !== undefined && { url: webAddress(params.url, 'url') }),
        ...(params.enabled_events !== undefined && { enabledEvents: eventTypes(params.enabled_events, 'snapshot') }),
        ...(params.disabled !== undefined && { enabled: !params.disabled }),
        description: textOrNull(params.description, description),
        metadata: mergedMetadata(known, params.metadata),
      });
      return webhookEndpointToWire(world, changed);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/v1/webhook_endpoints/:id',
    params: {},
    run: (call) => {
      const { id } = resource(call, 'webhook_endpoint', call.path['id'] ?? '');
      call.world.store.remove('webhook_endpoint', id);
      return { id, object: 'webhook_endpoint', deleted: true } satisfies Stripe.DeletedWebhookEndpoint;
    },
  }),
  operation({
    method: 'POST',
    path: '/v2/core/event_destinations',
    params: {
      name: required(text()),
      type: required(oneOf('webhook_endpoint')),
      event_payload: required(oneOf('snapshot', 'thin')),
      enabled_events: required(list(text())),
      events_from: list(text()),
      description: text(),
      snapshot_api_version: text(),
      webhook_endpoint: required(object({ url: required(text()) })),
      metadata: metadata(),
      include: list(oneOf('webhook_endpoint.signing_secret', 'webhook_endpoint.url')),
    },
    run: ({ world, params }) => {
      const endpoint = addEndpoint(world, 'ed_test', {
        form: params.event_payload,
        scope: scopeFrom(params.events_from),
        url: webAddress(params.webhook_endpoint.url, 'webhook_endpoint.url'),
        enabledEvents: eventTypes(params.enabled_events, params.event_payload),
        name: params.name,
        description: params.description ?? null,
        apiVersion: params.snapshot_api_version ?? null,
        metadata: mergedMetadata({}, params.metadata),
      });
      return destinationToWire(world, endpoint, params.include);
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/event_destinations',
    params: { ...pageParams, include: listed },
    run: ({ world, account, params }) =>
      pageV2(
        { world, account, params },
        'webhook_endpoint',
        '/v2/core/event_destinations',
        (endpoint) => destinationToWire(world, endpoint, params.include),
        { read: (query) => pageOfDestinations(world, query) },
      ),
  }),
  operation({
    method: 'GET',
    path: '/v2/core/event_destinations/:id',
    params: { include: listed },
    run: (call) => destinationToWire(call.world, destination(call), call.params.include),
  }),
  operation({
    method: 'POST',
    path: '/v2/core/event_destinations/:id',
    params: {
      name: text(),
      description: text(),
      enabled_events: list(text()),
      metadata: metadata(),
      webhook_endpoint: object({ url: required(text()) }),
      include: listed,
    },
    run: (call) => {
      const { world, params } = call;
      const { id, form, metadata: known } = destination(call);
      const changed = world.store.update('webhook_endpoint', id, {
        ...(params.name !== undefined && { name: params.name }),
        ...(params.description !== undefined && { description: params.description }),
        ...(params.enabled_events !== undefined && { enabledEvents: eventTypes(params.enabled_events, form) }),
        ...(params.webhook_endpoint !== undefined && {
          url: webAddress(params.webhook_endpoint.url, 'webhook_endpoint.url'),
        }),
        metadata: mergedMetadata(known, params.metadata),
        updatedUnix: world.clock.nowUnix(),
      });
      return destinationToWire(world, changed, params.include);
    },
  }),
  switching('enable', true),
  switching('disable', false),
  operation({
    method: 'POST',
    path: '/v2/core/event_destinations/:id/ping',
    params: {},
    run: (call) => ping(call.world, destination(call)),
  }),
  operation({
    method: 'DELETE',
    path: '/v2/core/event_destinations/:id',
    params: {},
    run: (call) => {
      const { id } = destination(call);
      call.world.store.remove('webhook_endpoint', id);
      return { id, object: 'v2.core.event_destination' };
    },
  }),
];

function switching(word: 'enable' | 'disable', enabled: boolean): Operation {
  return operation({
    method: 'POST',
    path: `/v2/core/event_destinations/:id/${word}`,
    params: {},
    run: (call) => {
      const { id } = destination(call);
      const updatedUnix = call.world.clock.nowUnix();
      return destinationToWire(call.world, call.world.store.update('webhook_endpoint', id, { enabled, updatedUnix }));
    },
  });
}

/** Sends one event to one destination, whatever it listens to, and returns that event. */
function ping(world: World, { id }: WebhookEndpoint): object {
  const related = { id, type: 'v2.core.event_destination', url: `/v2/core/event_destinations/${id}` };
  return tellOne(world, 'v2.core.event_destination.ping', { id }, related);
}

function destinations(world: World): readonly WebhookEndpoint[] {
  return world.store.all('webhook_endpoint', world.platform).filter(({ id }) => id.startsWith('ed_'));
}

/** There are sixteen at most: they are read whole. */
function pageOfDestinations(
  world: World,
  { limit, startingAfter, endingBefore }: ListQuery<'webhook_endpoint'>,
): Page<WebhookEndpoint> {
  const all = destinations(world);
  const at = all.findIndex(({ id }) => id === (startingAfter ?? endingBefore));
  if (endingBefore !== undefined) {
    const start = Math.max(0, at - limit);
    return { rows: all.slice(start, at), hasMore: start > 0 };
  }
  return { rows: all.slice(at + 1, at + 1 + limit), hasMore: all.length > at + 1 + limit };
}

function destination({ world, path }: Pick<Call<ParamTable>, 'world' | 'path'>): WebhookEndpoint {
  const found = destinations(world).find(({ id }) => id === path['id']);
  if (found === undefined) throw resourceMissing('event destination', path['id'] ?? '');
  return found;
}

function scopeFrom(from: readonly string[] = ['@self']): WebhookEndpoint['scope'] {
  if (from.length !== 1 || (from[0] !== '@self' && from[0] !== '@accounts'))
    throw invalidParam('events_from must be either @self or @accounts.', 'events_from');
  return from[0] === '@self' ? 'platform' : 'connect';
}

type NewEndpoint = Omit<WebhookEndpoint, 'id' | 'account' | 'createdUnix' | 'secret' | 'enabled'>;

function addEndpoint(world: World, prefix: string, endpoint: NewEndpoint): WebhookEndpoint {
  if (world.store.all('webhook_endpoint', world.platform).length >= MOST_ENDPOINTS)
    throw invalidRequest(`You have reached the maximum of ${MOST_ENDPOINTS} webhook endpoints.`);
  return world.store.insert('webhook_endpoint', {
    ...born(world, prefix, world.platform),
    ...endpoint,
    secret: `whsec_${randomText(world, 32)}`,
    enabled: true,
  });
}

/** @throws {StripeError} for a type that nobody can listen to in this form. */
function eventTypes(types: readonly string[], form: WebhookEndpoint['form']): readonly string[] {
  for (const [index, type] of types.entries())
    if (!isEventType(form, type))
      throw invalidParam(
        `Invalid enabled_events[${index}]: no ${form} event is called ${type}.`,
        `enabled_events[${index}]`,
      );
  return types;
}

function webAddress(url: string, param: string): string {
  if (!/^https?:\/\//u.test(url) || !URL.canParse(url))
    throw invalidParam('Invalid URL: it must begin with http:// or https://.', param, 'url_invalid');
  return url;
}

/** Turns an endpoint into Stripe's v1 shape; its secret is told once, on creation. */
export function webhookEndpointToWire(world: World, endpoint: WebhookEndpoint): Stripe.WebhookEndpoint {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: endpoint.apiVersion,
    application: null,
    created: endpoint.createdUnix,
    description: endpoint.description,
    enabled_events: [...endpoint.enabledEvents],
    livemode: world.settings.livemode,
    metadata: { ...endpoint.metadata },
    status: endpoint.enabled ? 'enabled' : 'disabled',
    url: endpoint.url,
  };
}

function destinationToWire(
  world: World,
  endpoint: WebhookEndpoint,
  include: readonly string[] = [],
): Stripe.V2.Core.EventDestination {
  return {
    id: endpoint.id,
    object: 'v2.core.event_destination',
    created: momentOf(endpoint.createdUnix),
    description: endpoint.description ?? '',
    enabled_events: [...endpoint.enabledEvents],
    event_payload: endpoint.form,
    events_from: [endpoint.scope === 'platform' ? '@self' : '@accounts'],
    livemode: world.settings.livemode,
    metadata: { ...endpoint.metadata },
    name: endpoint.name ?? '',
    ...(endpoint.apiVersion !== null && { snapshot_api_version: endpoint.apiVersion }),
    status: endpoint.enabled ? 'enabled' : 'disabled',
    ...(!endpoint.enabled && { status_details: { disabled: { reason: 'user' } } }),
    type: 'webhook_endpoint',
    updated: momentOf(endpoint.updatedUnix ?? endpoint.createdUnix),
    webhook_endpoint: {
      ...(include.includes('webhook_endpoint.signing_secret') && { signing_secret: endpoint.secret }),
      ...(include.includes('webhook_endpoint.url') && { url: endpoint.url }),
    },
  };
}

function momentOf(unix: number): string {
  return new Date(unix * 1000).toISOString();
}
