import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
let seller: ReturnType<TestStripe['openSeller']>;
beforeAll(async () => {
  at = await startTestStripe();
});
beforeEach(() => {
  seller = at.openSeller();
});
afterAll(() => at.emulator.close());

const SALE = {
  amount: 900,
  currency: 'usd',
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
} as const;

async function card(token = 'tok_visa'): Promise<string> {
  return (await at.stripe.paymentMethods.create({ type: 'card', card: { token } }, seller)).id;
}

async function customerWith(method: string): Promise<string> {
  const { id: customer } = await at.stripe.customers.create({}, seller);
  await at.stripe.paymentMethods.attach(method, { customer }, seller);
  return customer;
}

function pay(method: string, more: object = {}) {
  return at.stripe.paymentIntents.create({ ...SALE, payment_method: method, ...more }, seller);
}

const SPENT = expect.stringContaining('It may not be used again.');

test('a card that is nobody’s pays once', async () => {
  const method = await card();
  await pay(method);
  expect(await refusalOf(pay(method))).toMatchObject({ statusCode: 400, message: SPENT });
  const { id: customer } = await at.stripe.customers.create({}, seller);
  expect((await refusalOf(at.stripe.paymentMethods.attach(method, { customer }, seller))).message).toContain(
    'previously used without being attached to a Customer',
  );
});

test('a card that is nobody’s is used up by a refusal of the bank too', async () => {
  const method = await card('tok_chargeDeclined');
  await refusalOf(pay(method));
  expect((await refusalOf(pay(method))).message).toEqual(SPENT);
});

test('a saved card pays again and again, for its customer only', async () => {
  const method = await card();
  const customer = await customerWith(method);
  await pay(method, { customer });
  await expect(pay(method, { customer })).resolves.toMatchObject({ status: 'succeeded' });
  expect(await refusalOf(pay(method))).toMatchObject({
    code: 'parameter_missing',
    message: expect.stringContaining(`belongs to the Customer ${customer}`),
  });
  const { id: other } = await at.stripe.customers.create({}, seller);
  expect((await refusalOf(pay(method, { customer: other }))).message).toContain('does not belong to the Customer');
  expect((await refusalOf(at.stripe.paymentMethods.attach(method, { customer: other }, seller))).message).toContain(
    'already been attached',
  );
});

test('a refusal to confirm carries the payment', async () => {
  const method = await card();
  await pay(method);
  const { id } = await at.stripe.paymentIntents.create({ ...SALE, confirm: false }, seller);
  const refusal = await refusalOf(at.stripe.paymentIntents.confirm(id, { payment_method: method }, seller));
  expect([refusal.message, refusal.payment_intent?.id]).toEqual([SPENT, id]);
});

test('a card that was let go pays no more', async () => {
  const method = await card();
  const customer = await customerWith(method);
  await at.stripe.paymentMethods.detach(method, {}, seller);
  expect((await refusalOf(pay(method, { customer }))).message).toEqual(SPENT);
});

test('a payment for later use saves the card', async () => {
  const method = await card();
  const { id: customer } = await at.stripe.customers.create({}, seller);
  const paid = await pay(method, { customer, setup_future_usage: 'off_session' });
  expect(paid.setup_future_usage).toBe('off_session');
  expect((await at.stripe.paymentMethods.retrieve(method, {}, seller)).customer).toBe(customer);
  expect(at.eventsOf(seller.stripeAccount)).toContain('payment_method.attached');
  await expect(pay(method, { customer })).resolves.toMatchObject({ status: 'succeeded' });
});
