import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge } from '../test/test-world.ts';

let at: TestStripe;
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
  at = await startTestStripe();
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await at.emulator.close();
  shop.close();
});

test('a destination for thin events hears of charges of accounts, and fetches them in their account', async () => {
  const destination = await at.stripe.v2.core.eventDestinations.create({
    name: 'Charges',
    type: 'webhook_endpoint',
    event_payload: 'thin',
    events_from: ['@accounts'],
    enabled_events: ['v1.charge.succeeded'],
    // A server on a port has an address of this kind.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    webhook_endpoint: { url: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/` },
    include: ['webhook_endpoint.signing_secret'],
  });
  const { stripeAccount } = at.openSeller();
  const { id } = charge(at.emulator.world, stripeAccount, 900);
  await at.emulator.control.deliveriesSettled();
  const secret = destination.webhook_endpoint?.signing_secret ?? '';
  const [notice] = heard.map(({ body, signature }) => at.stripe.parseEventNotification(body, signature, secret));
  if (notice?.type !== 'v1.charge.succeeded') throw new Error(`Heard of ${notice?.type}`);
  expect(heard).toHaveLength(1);
  expect(notice).toMatchObject({ context: { segments: [stripeAccount] }, related_object: { id, type: 'charge' } });
  expect(await notice.fetchRelatedObject()).toMatchObject({ id, object: 'charge', amount: 900 });
  const { snapshot_event: snapshot = '' } = await notice.fetchEvent();
  const event = await at.stripe.events.retrieve(snapshot, {}, { stripeAccount });
  expect(event).toMatchObject({ type: 'charge.succeeded', data: { object: { id } } });
});
