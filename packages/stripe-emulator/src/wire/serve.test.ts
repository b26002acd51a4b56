import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const SALE = {
  amount: 2000,
  currency: 'usd',
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;

test('of a request that is refused half way nothing stays but its answer', async () => {
  const seller = at.openSeller();
  const before = at.eventsOf(seller.stripeAccount);
  const confirm = { ...SALE, payment_method_data: { type: 'card', card: { token: 'tok_visa' } }, amount: 1 } as const;
  const options = { ...seller, idempotencyKey: 'half way' };
  const first = await refusalOf(at.stripe.paymentIntents.create(confirm, options));
  const again = await refusalOf(at.stripe.paymentIntents.create(confirm, options));
  expect([first.code, again.code, again.headers?.['idempotent-replayed']]).toEqual([
    'amount_too_small',
    'amount_too_small',
    'true',
  ]);
  expect(at.emulator.world.store.all('payment_method', seller.stripeAccount)).toEqual([]);
  expect(at.eventsOf(seller.stripeAccount)).toEqual(before);
});

test('a payment that is confirmed without a card is not begun', async () => {
  const seller = at.openSeller();
  const refusal = await refusalOf(at.stripe.paymentIntents.create(SALE, seller));
  expect(refusal).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
  expect((await at.stripe.paymentIntents.list({}, seller)).data).toEqual([]);
});

test('a payment that the bank declined stays, with its charge', async () => {
  const seller = at.openSeller();
  const declined = { ...SALE, payment_method: 'pm_card_visa_chargeDeclined' };
  const refusal = await refusalOf(at.stripe.paymentIntents.create(declined, seller));
  expect(refusal.statusCode).toBe(402);
  const { data: payments } = await at.stripe.paymentIntents.list({}, seller);
  const { data: charges } = await at.stripe.charges.list({}, seller);
  expect([payments[0]?.status, charges[0]?.status]).toEqual(['requires_payment_method', 'failed']);
});

test('a refusal says where the Dashboard shows the request', async () => {
  const seller = at.openSeller();
  const before = await refusalOf(at.stripe.paymentIntents.create({ ...SALE, amount: 0 }));
  const later = await refusalOf(at.stripe.paymentIntents.create({ ...SALE, amount: 1 }, seller));
  const { url } = at.emulator;
  expect(before.raw).toMatchObject({
    request_log_url: `${url}/dashboard/test/logs?object=${before.requestId}`,
  });
  expect(later.raw).toMatchObject({
    request_log_url: `${url}/dashboard/${seller.stripeAccount}/test/logs?object=${later.requestId}`,
  });
  const unknown = await refusalOf(at.stripe.balance.retrieve({}, { apiKey: 'sk_test_nobody' }));
  expect(unknown.raw).not.toHaveProperty('request_log_url');
});
