import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from './test/test-stripe.ts';

let live: TestStripe;
beforeAll(async () => {
  live = await startTestStripe({ livemode: true });
});
afterAll(() => live.emulator.close());

test('told to, it claims live mode in its keys and in every object that says its mode', async () => {
  const { emulator, stripe } = live;
  expect([emulator.secretKey.slice(0, 8), emulator.publishableKey.slice(0, 8)]).toEqual(['sk_live_', 'pk_live_']);
  const seller = live.openSeller();
  const session = await stripe.accountSessions.create({
    account: seller.stripeAccount,
    components: { payments: { enabled: true } },
  });
  const objects = [
    await stripe.v2.core.accounts.retrieve(seller.stripeAccount),
    session,
    await stripe.checkout.sessions.create(
      {
        mode: 'payment',
        success_url: 'https://example.com',
        line_items: [
          { quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'A pot' } } },
        ],
      },
      seller,
    ),
    await stripe.paymentIntents.create({ amount: 900, currency: 'usd' }, seller),
    ...(await stripe.events.list({}, seller)).data,
  ];
  expect(objects.length).toBeGreaterThan(4);
  expect(objects.map(({ livemode }) => livemode)).toEqual(objects.map(() => true));
});

test('neither mode takes the keys of the other', async () => {
  const { emulator } = await startTestStripe();
  const { hostname: host, port } = new URL(live.emulator.url);
  const stripe = new Stripe(emulator.secretKey, { host, port, protocol: 'http', telemetry: false });
  await expect(stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 401 });
  await emulator.close();
});
