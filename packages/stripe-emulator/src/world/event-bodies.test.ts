import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

type Seller = ReturnType<TestStripe['openSeller']>;

const SALE = {
  amount: 5000,
  currency: 'usd',
  confirm: true,
  payment_method: 'pm_card_visa',
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;

async function latest(type: Stripe.Event.Type, options?: Stripe.RequestOptions): Promise<Stripe.Event | undefined> {
  return (await at.stripe.events.list({ type, limit: 1 }, options)).data[0];
}

test('an event of a request says which one it was, with its idempotency key', async () => {
  const seller = at.openSeller();
  const paid = await at.stripe.paymentIntents.create(SALE, { ...seller, idempotencyKey: 'bread' });
  const request = { id: paid.lastResponse.requestId, idempotency_key: 'bread' };
  expect((await latest('charge.succeeded', seller))?.request).toEqual(request);
});

test('what time brings about comes of no request', async () => {
  const seller = at.openSeller();
  await at.stripe.paymentIntents.create({ ...SALE, capture_method: 'manual' }, seller);
  at.emulator.control.advanceClock(8 * 86_400_000);
  await at.stripe.balance.retrieve({}, seller);
  expect((await latest('charge.expired', seller))?.request).toEqual({ id: null, idempotency_key: null });
});

test('a thin event names its request as the reason', async () => {
  const options = { idempotencyKey: 'second shop' };
  const made = await at.stripe.v2.core.accounts.create({ display_name: 'Second' }, options);
  const { data } = await at.stripe.v2.core.events.list({ object_id: made.id });
  expect(data[0]?.reason).toEqual({
    type: 'request',
    request: { id: made.lastResponse.requestId, idempotency_key: 'second shop' },
  });
});

test('an event is told with the number of those who are still to hear of it', async () => {
  const { control, world } = at.emulator;
  control.pauseWebhooks();
  const listen = { url: 'https://example.com/hook', enabled_events: ['customer.created'] } as const;
  const listeners = [{ ...listen }, { ...listen }];
  for (const one of listeners)
    await at.stripe.webhookEndpoints.create({ ...one, enabled_events: [...one.enabled_events] });
  await at.stripe.customers.create({});
  const [told] = world.store.list('event', { account: world.platform, where: { form: 'snapshot' }, limit: 1 }).rows;
  expect(JSON.parse(told?.body ?? '')).toMatchObject({ type: 'customer.created', pending_webhooks: 2 });
});

/** Changes something, and says what the event of it tells of before. */
const changes: readonly (readonly [Stripe.Event.Type, (seller: Seller) => Promise<unknown>, object])[] = [
  [
    'charge.refunded',
    async (seller) => {
      const { id: payment_intent } = await at.stripe.paymentIntents.create(SALE, seller);
      await at.stripe.refunds.create({ payment_intent }, seller);
    },
    { amount_refunded: 0, refunded: false },
  ],
  [
    'charge.updated',
    async (seller) => {
      await at.stripe.paymentIntents.create({ ...SALE, application_fee_amount: 100 }, seller);
    },
    { balance_transaction: null, application_fee: null },
  ],
  [
    'product.updated',
    async (seller) => {
      const { id } = await at.stripe.products.create({ name: 'Bread' }, seller);
      await at.stripe.products.update(id, { description: 'Rye' }, seller);
    },
    { description: null },
  ],
  [
    'price.updated',
    async (seller) => {
      const sold = { currency: 'usd', unit_amount: 450, product_data: { name: 'Bread' } };
      const { id } = await at.stripe.prices.create(sold, seller);
      await at.stripe.prices.update(id, { nickname: 'usual' }, seller);
    },
    { nickname: null },
  ],
  [
    'charge.dispute.updated',
    async (seller) => {
      await at.stripe.paymentIntents.create({ ...SALE, payment_method: 'pm_card_createDispute' }, seller);
      const { data } = await at.stripe.disputes.list({}, seller);
      const wish = { evidence: { uncategorized_text: 'It was delivered.' }, metadata: { clerk: 'Ann' } };
      await at.stripe.disputes.update(data[0]?.id ?? '', wish, seller);
    },
    { metadata: {}, status: 'needs_response', evidence: expect.objectContaining({ uncategorized_text: null }) },
  ],
  [
    'transfer.reversed',
    async ({ stripeAccount: destination }) => {
      await at.stripe.paymentIntents.create({ ...SALE, payment_method: 'pm_card_bypassPending' });
      const { id } = await at.stripe.transfers.create({ amount: 500, currency: 'usd', destination });
      await at.stripe.transfers.createReversal(id);
    },
    { amount_reversed: 0, reversed: false },
  ],
];

test.each(changes)('%s says what was there before', async (type, change, before) => {
  const seller = at.openSeller();
  await change(seller);
  const told = (await latest(type, seller)) ?? (await latest(type));
  expect(told?.data.previous_attributes).toMatchObject(before);
  const now = new Map(Object.entries(told?.data.object ?? {}));
  for (const [name, value] of Object.entries(told?.data.previous_attributes ?? {}))
    expect([name, now.get(name)]).not.toEqual([name, value]);
});

test('an update of nothing is told to nobody', async () => {
  const seller = at.openSeller();
  const { id } = await at.stripe.customers.create({ name: 'Ada', metadata: { shelf: '4' } }, seller);
  await at.stripe.customers.update(id, { name: 'Ada', metadata: { shelf: '4' } }, seller);
  expect(await latest('customer.updated', seller)).toBeUndefined();
});
