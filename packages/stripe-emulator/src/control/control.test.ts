import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../index.ts';

const DAY_MS = 86_400_000;

let emulator: Emulator;
let stripe: Stripe;
beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  const { hostname, port } = new URL(emulator.url);
  stripe = new Stripe(emulator.secretKey, { host: hostname, port, protocol: 'http', telemetry: false });
});
afterAll(() => emulator.close());

test('a clock that was set back lives its days again: what is earned then is paid out then', async () => {
  await stripe.balance.retrieve();
  emulator.control.setClock(new Date(Date.now() - 20 * DAY_MS));
  const { id: stripeAccount } = await stripe.accounts.create({ capabilities: { card_payments: { requested: true } } });
  emulator.control.completeOnboarding(stripeAccount);
  await stripe.paymentIntents.create(
    {
      amount: 5000,
      currency: 'usd',
      payment_method: 'pm_card_visa',
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    },
    { stripeAccount },
  );
  emulator.control.setClock(new Date());
  const { data: payouts } = await stripe.payouts.list({}, { stripeAccount });
  expect(payouts.map(({ status }) => status)).toEqual(['paid']);
  expect(payouts[0]?.created).toBeLessThan(Date.now() / 1000 - 10 * 86_400);
});
