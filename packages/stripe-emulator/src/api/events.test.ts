import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { charge } from '../test/test-world.ts';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let local: TestStripe;
let answer = 500;
const heard: string[] = [];
const shop = createServer((request, response) => {
  request.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  request.on('end', () => {
    response.statusCode = answer;
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

test('events are found by several types, over pages that are full', async () => {
  const seller = local.openSeller();
  for (let amount = 1000; amount < 1012; amount += 1) charge(local.emulator.world, seller.stripeAccount, amount);
  const types = ['charge.succeeded'];
  const page = await local.stripe.events.list({ types, limit: 5 }, seller);
  expect([page.data.length, page.has_more]).toEqual([5, true]);
  const all = await local.stripe.events.list({ types, limit: 5 }, seller).autoPagingToArray({ limit: 100 });
  expect(all.map(({ type }) => type)).toEqual(Array.from({ length: 12 }, () => 'charge.succeeded'));
  const before = await local.stripe.events.list({ types, limit: 5, ending_before: all[6]?.id ?? '' }, seller);
  expect(before.data.map(({ id }) => id)).toEqual(all.slice(1, 6).map(({ id }) => id));
});

test('a star stands for every event of its object', async () => {
  const seller = local.openSeller();
  charge(local.emulator.world, seller.stripeAccount, 1000);
  const { data } = await local.stripe.events.list({ type: 'payment_intent.*' }, seller);
  expect(data.map(({ type }) => type)).toEqual(['payment_intent.succeeded', 'payment_intent.created']);
});

test('events are kept for 30 days', async () => {
  const seller = local.openSeller();
  local.emulator.control.advanceClock(31 * 86_400_000);
  expect((await local.stripe.events.list({ type: 'account.updated' }, seller)).data).toEqual([]);
});

test("another account's event is no place to begin", async () => {
  const [event] = local.emulator.world.store.all('event', local.openSeller().stripeAccount);
  const refusal = await refusalOf(local.stripe.events.list({ starting_after: event?.id ?? '' }, local.openSeller()));
  expect([refusal.code, refusal.param]).toEqual(['resource_missing', 'starting_after']);
});

test('what nobody has heard of is told apart until somebody has', async () => {
  // A server on a port has an address of this kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;
  await local.stripe.webhookEndpoints.create({ url, enabled_events: ['charge.succeeded'], connect: true });
  const seller = local.openSeller();
  charge(local.emulator.world, seller.stripeAccount, 1000);
  const find = (delivered: boolean) =>
    local.stripe.events.list({ types: ['charge.succeeded'], delivery_success: delivered }, seller);
  await local.emulator.control.deliveriesSettled();
  expect((await find(false)).data.map((event) => event.pending_webhooks)).toEqual([1]);
  expect((await find(true)).data).toEqual([]);
  answer = 200;
  await expect.poll(async () => (await find(true)).data.length, { timeout: 4000 }).toBe(1);
  expect((await find(true)).data[0]?.pending_webhooks).toBe(0);
  expect(heard).toHaveLength(2);
});

test('thin events are found by what they are about, by types and by time, over several pages', async () => {
  const { stripe, emulator } = local;
  const [one, other] = [local.openSeller().stripeAccount, local.openSeller().stripeAccount];
  const changedUnix = emulator.world.clock.nowUnix() + 7200;
  emulator.control.advanceClock(7_200_000);
  for (const shelf of ['1', '2', '3']) await stripe.accounts.update(one, { metadata: { shelf } });
  await stripe.accounts.update(other, { metadata: { shelf: '1' } });
  const asked = { object_id: one, types: ['v2.core.account.updated'], created: { gte: changedUnix }, limit: 2 };
  const found = await stripe.v2.core.events.list(asked).autoPagingToArray({ limit: 100 });
  expect(found.map(({ type, id }) => [type, typeof id])).toEqual(
    Array.from({ length: 3 }, () => ['v2.core.account.updated', 'string']),
  );
  const earlier = await stripe.v2.core.events.list({ object_id: one, created: { lt: changedUnix } });
  expect(earlier.data.map(({ type }) => type)).toContain('v2.core.account.created');
  expect(earlier.data.every(({ created }) => Date.parse(created) / 1000 < changedUnix)).toBe(true);
});

const WRONG_MOMENT = { code: 'invalid_fields', message: 'created.gt: Invalid timestamp: soon' };

test('too many types, and a moment that is none, are refused', async () => {
  const { stripe } = local;
  const types = Array.from({ length: 21 }, () => 'v2.core.account.updated');
  expect((await refusalOf(stripe.v2.core.events.list({ types }))).message).toContain('at most 20 event types');
  const reply = await fetch(`${local.emulator.url}/v2/core/events?created[gt]=soon`, {
    headers: { authorization: `Bearer ${local.emulator.secretKey}` },
  });
  expect([reply.status, await reply.json()]).toMatchObject([400, { error: WRONG_MOMENT }]);
});

test('a change says what was there before', async () => {
  const { stripe } = local;
  const seller = local.openSeller();
  await stripe.accounts.update(seller.stripeAccount, { metadata: { shelf: '1' } });
  await stripe.accounts.update(seller.stripeAccount, { metadata: { shelf: '2' } });
  const { data } = await stripe.events.list({ type: 'account.updated', limit: 1 }, seller);
  expect(data[0]?.data.previous_attributes).toEqual({ metadata: { shelf: '1' } });
});

test('an event is gone after 30 days, unless somebody is still to hear of it', async () => {
  const { control, world } = local.emulator;
  control.pauseWebhooks();
  await local.stripe.webhookEndpoints.create({ url: 'https://example.com/hook', enabled_events: ['price.created'] });
  const { id: product } = await local.stripe.products.create({ name: 'Bread' });
  await local.stripe.prices.create({ product, currency: 'usd', unit_amount: 100 });
  const { data } = await local.stripe.events.list({ limit: 2 });
  const [priced = '', made = ''] = data.map(({ id }) => id);
  control.advanceClock(29 * 86_400_000);
  await expect(local.stripe.events.retrieve(made)).resolves.toMatchObject({ type: 'product.created' });
  control.advanceClock(3 * 86_400_000);
  for (const id of [made, priced]) expect((await refusalOf(local.stripe.events.retrieve(id))).statusCode).toBe(404);
  expect([world.store.find('event', made), world.store.find('event', priced)?.type]).toEqual([
    undefined,
    'price.created',
  ]);
});
