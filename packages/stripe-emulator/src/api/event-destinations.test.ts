import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let local: TestStripe;
const heard: { body: string; signature: string }[] = [];
const shop = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    heard.push({ body, signature: String(request.headers['stripe-signature']) });
    response.end();
  });
});
beforeAll(async () => {
  local = await startTestStripe();
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await local.emulator.close();
  shop.close();
});

test('a destination is changed, silenced, pinged, and its notices lead to what they are about', async () => {
  const { stripe, emulator } = local;
  const { eventDestinations } = stripe.v2.core;
  const made = await eventDestinations.create({
    name: 'Shop',
    type: 'webhook_endpoint',
    event_payload: 'thin',
    enabled_events: ['v2.core.account.created'],
    // A server on a port has an address of this kind.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    webhook_endpoint: { url: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/` },
    include: ['webhook_endpoint.signing_secret'],
  });
  expect(await eventDestinations.update(made.id, { name: 'Market' })).toMatchObject({ name: 'Market' });
  expect((await eventDestinations.disable(made.id)).status).toBe('disabled');
  local.openSeller();
  expect((await eventDestinations.enable(made.id)).status).toBe('enabled');
  const { stripeAccount } = local.openSeller();
  const ping = await eventDestinations.ping(made.id);
  await emulator.control.deliveriesSettled();

  const secret = made.webhook_endpoint?.signing_secret ?? '';
  const notices = heard.map(({ body, signature }) => stripe.parseEventNotification(body, signature, secret));
  expect(notices.map(({ type }) => type).toSorted()).toEqual([
    'v2.core.account.created',
    'v2.core.event_destination.ping',
  ]);
  const created = notices.find((notice): notice is Stripe.V2.Core.Events.V2CoreAccountCreatedEventNotification =>
    notice.type.endsWith('account.created'),
  );
  expect(await created?.fetchRelatedObject()).toMatchObject({ id: stripeAccount, object: 'v2.core.account' });
  expect(await created?.fetchEvent()).toMatchObject({ id: created?.id, object: 'v2.core.event' });
  expect(await stripe.v2.core.events.retrieve(ping.id)).toMatchObject({ type: 'v2.core.event_destination.ping' });
});
