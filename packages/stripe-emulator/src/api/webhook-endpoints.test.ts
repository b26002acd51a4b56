import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
let url: string;
let heard: string[] = [];
const shop = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    heard.push(body);
    response.end();
  });
});
beforeAll(async () => {
  at = await startTestStripe();
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address of this kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  heard = [];
});
afterAll(async () => {
  await at.emulator.close();
  shop.close();
});

/** Counts what the shop hears of a customer who is made now. */
async function heardOfCustomer(): Promise<number> {
  const before = heard.length;
  await at.stripe.customers.create({ name: 'Jo' });
  await at.emulator.control.deliveriesSettled();
  return heard.length - before;
}

test('an endpoint keeps what it is told, adds to its metadata and takes it away again', async () => {
  const { webhookEndpoints } = at.stripe;
  const wish = {
    url,
    enabled_events: ['customer.created' as const],
    description: 'Till',
    metadata: { a: '1', b: '2' },
  };
  const { id } = await webhookEndpoints.create(wish);
  const kept = { url, description: 'Till', metadata: { a: '1', c: '3' }, status: 'enabled' };
  expect(await webhookEndpoints.update(id, { metadata: { b: '', c: '3' } })).toMatchObject(kept);
  const { description, metadata } = await webhookEndpoints.update(id, { description: '', metadata: '' });
  expect([description, metadata]).toEqual([null, {}]);
  await webhookEndpoints.del(id);
});

test('an endpoint that is disabled hears nothing, and nothing of it later', async () => {
  const { webhookEndpoints } = at.stripe;
  const { id } = await webhookEndpoints.create({ url, enabled_events: ['customer.created'] });
  expect(await heardOfCustomer()).toBe(1);
  expect((await webhookEndpoints.update(id, { disabled: true })).status).toBe('disabled');
  expect(await heardOfCustomer()).toBe(0);
  expect((await webhookEndpoints.update(id, { disabled: false })).status).toBe('enabled');
  expect(await heardOfCustomer()).toBe(1);
  await webhookEndpoints.del(id);
  expect(await heardOfCustomer()).toBe(0);
});

test('what waits for an endpoint when it is disabled is not sent', async () => {
  const { webhookEndpoints } = at.stripe;
  const { id } = await webhookEndpoints.create({ url, enabled_events: ['customer.created'] });
  at.emulator.control.pauseWebhooks();
  await at.stripe.customers.create({ name: 'Jo' });
  await webhookEndpoints.update(id, { disabled: true });
  at.emulator.control.resumeWebhooks();
  await at.emulator.control.deliveriesSettled();
  expect(heard).toEqual([]);
  await webhookEndpoints.del(id);
});

test('a destination keeps what it is told, says since when and why it is silent, and tells its secret once', async () => {
  const { eventDestinations } = at.stripe.v2.core;
  const made = await eventDestinations.create({
    name: 'Till',
    type: 'webhook_endpoint',
    event_payload: 'snapshot',
    snapshot_api_version: '2026-10-28.endive',
    enabled_events: ['customer.created'],
    metadata: { a: '1', b: '2' },
    webhook_endpoint: { url },
    include: ['webhook_endpoint.signing_secret'],
  });
  expect(made.webhook_endpoint?.signing_secret).toMatch(/^whsec_/u);
  expect(made).toMatchObject({ updated: made.created, snapshot_api_version: '2026-10-28.endive' });
  at.emulator.control.advanceClock(1000);
  const changed = await eventDestinations.update(made.id, { description: 'Shop', metadata: { b: null } });
  expect(changed).toMatchObject({ description: 'Shop', metadata: { a: '1' }, status: 'enabled' });
  expect(Date.parse(changed.updated)).toBeGreaterThan(Date.parse(made.updated));
  expect(changed).not.toHaveProperty('status_details');
  const silent = await eventDestinations.disable(made.id);
  expect(silent).toMatchObject({ status: 'disabled', status_details: { disabled: { reason: 'user' } } });
  expect(await heardOfCustomer()).toBe(0);
  const include = ['webhook_endpoint.signing_secret'];
  expect((await refusalOf(eventDestinations.retrieve(made.id, { include }))).code).toBe('invalid_fields');
});

test('an endpoint hears in the version it was made with, as libraries that are pinned to one need it', async () => {
  const { webhookEndpoints } = at.stripe;
  const { id } = await webhookEndpoints.create({
    url,
    enabled_events: ['customer.created'],
    api_version: '2025-09-30.clover',
  });
  expect(await heardOfCustomer()).toBe(1);
  expect(JSON.parse(heard.at(-1) ?? '')).toMatchObject({ type: 'customer.created', api_version: '2025-09-30.clover' });
  await webhookEndpoints.del(id);
});

test('nobody listens to events that there are not, nor to snapshots in the thin form', async () => {
  const { webhookEndpoints, v2 } = at.stripe;
  const nonsense = { url, enabled_events: ['charge.succeeded', 'charge.suceeded'] };
  // What a caller without types can send.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const refusal = await refusalOf(webhookEndpoints.create(nonsense as Parameters<typeof webhookEndpoints.create>[0]));
  expect([refusal.statusCode, refusal.param]).toEqual([400, 'enabled_events[1]']);
  const thin: Stripe.V2.Core.EventDestinationCreateParams = {
    name: 'Shop',
    type: 'webhook_endpoint',
    event_payload: 'thin',
    enabled_events: ['charge.succeeded'],
    webhook_endpoint: { url },
  };
  expect((await refusalOf(v2.core.eventDestinations.create(thin))).message).toContain('enabled_events[0]');
});

test('destinations are listed in pages, both ways', async () => {
  const { eventDestinations } = at.stripe.v2.core;
  const wish: Omit<Stripe.V2.Core.EventDestinationCreateParams, 'name'> = {
    type: 'webhook_endpoint',
    event_payload: 'thin',
    enabled_events: ['*'],
    webhook_endpoint: { url },
  };
  const made: string[] = [];
  for (const name of ['one', 'two', 'three']) made.push((await eventDestinations.create({ ...wish, name })).id);
  const all: string[] = [];
  for await (const { id } of eventDestinations.list({ limit: 1 })) all.push(id);
  expect(all).toEqual(expect.arrayContaining(made));
  expect(new Set(all).size).toBe(all.length);
  expect((await eventDestinations.list({ limit: 2 })).data).toHaveLength(2);
  for (const id of made) await eventDestinations.del(id);
});
