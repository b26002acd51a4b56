import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { answerCheckoutAuthentication } from '../world/checkout.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const line = {
  quantity: 2,
  price_data: { currency: 'usd', unit_amount: 500, product_data: { name: 'Bread', description: 'Sourdough' } },
};
const HOUR_MS = 3_600_000;

function open(
  seller: { readonly stripeAccount: string },
  params: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return at.stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [line],
      payment_intent_data: { application_fee_amount: 123, description: 'Bread', metadata: { order: '7' } },
      success_url: 'http://localhost:3000/paid?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://localhost:3000/left',
      client_reference_id: 'order-7',
      customer_email: 'ada@example.com',
      metadata: { order: '7' },
      ...params,
    },
    seller,
  );
}

const nowUnix = (): number => at.emulator.world.clock.nowUnix();

describe('a Checkout Session', () => {
  test('is open for a day, on a page of its own, with no payment yet', async () => {
    const session = await open(at.openSeller());
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 1000,
      currency: 'usd',
      payment_intent: null,
      client_reference_id: 'order-7',
      customer_email: 'ada@example.com',
      metadata: { order: '7' },
      url: `${at.emulator.url}/checkout/c/pay/${session.id}`,
    });
    expect(session.expires_at - session.created).toBe(86_400);
    expect(session).not.toHaveProperty('line_items');
  });

  test('shows what is sold when asked', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller, { expand: ['line_items'] });
    const { data } = await at.stripe.checkout.sessions.listLineItems(id, {}, seller);
    expect(data).toMatchObject([
      { description: 'Bread', quantity: 2, amount_total: 1000, price: { unit_amount: 500, type: 'one_time' } },
    ]);
    const session = await at.stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] }, seller);
    expect(session.line_items?.data).toHaveLength(1);
  });

  test('becomes a payment with the words, the fee and the metadata that were asked for', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller);
    expect(at.emulator.control.payCheckoutSession(id)).toEqual({ outcome: 'paid' });
    const expand = ['payment_intent.latest_charge'];
    const session = await at.stripe.checkout.sessions.retrieve(id, { expand }, seller);
    expect(session).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      customer_details: { email: 'customer@example.com', name: 'Test Customer' },
      payment_intent: {
        description: 'Bread',
        application_fee_amount: 123,
        metadata: { order: '7' },
        latest_charge: { description: 'Bread', metadata: { order: '7' }, amount: 1000 },
      },
    });
    expect(at.eventsOf(seller.stripeAccount).at(-1)).toBe('checkout.session.completed');
    const found = await at.stripe.checkout.sessions.list({ created: { gte: session.created } }, seller);
    expect(found.data.map((one) => one.id)).toEqual([id]);
  });

  test('stays open after a "no", and keeps its one payment for the next try', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller);
    const pay = (number: string) => at.emulator.control.payCheckoutSession(id, { number });
    expect(pay('4000000000009995')).toEqual({ outcome: 'declined', message: 'Your card has insufficient funds.' });
    expect(pay('4242 4242 4242 4241')).toEqual({ outcome: 'declined', message: 'Your card number is incorrect.' });
    const tried = await at.stripe.checkout.sessions.retrieve(id, {}, seller);
    expect(tried.status).toBe('open');
    expect(pay('4242424242424242')).toEqual({ outcome: 'paid' });
    const paid = await at.stripe.checkout.sessions.retrieve(id, {}, seller);
    expect(paid.payment_intent).toBe(tried.payment_intent);
    expect((await at.stripe.paymentIntents.list({}, seller)).data).toHaveLength(1);
  });

  test('cannot be paid once its seller may no longer take payments', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller);
    at.emulator.control.setAccountState(seller.stripeAccount, 'restricted');
    expect(at.emulator.control.payCheckoutSession(id)).toMatchObject({ outcome: 'declined' });
    expect(await at.stripe.checkout.sessions.retrieve(id, {}, seller)).toMatchObject({
      status: 'open',
      payment_intent: null,
    });
  });

  test('asks the customer where the bank does', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller);
    const { control, world } = at.emulator;
    const number = '4000002760003184';
    expect(control.payCheckoutSession(id, { number })).toEqual({ outcome: 'authentication_required' });
    expect(answerCheckoutAuthentication(world, id, false)).toMatchObject({ outcome: 'declined' });
    expect(control.payCheckoutSession(id, { number })).toEqual({ outcome: 'authentication_required' });
    expect(answerCheckoutAuthentication(world, id, true)).toEqual({ outcome: 'paid' });
    const session = await at.stripe.checkout.sessions.retrieve(id, {}, seller);
    expect(session.customer_details?.name).toBe('Test Customer');
  });

  test.each([
    ['4000009990000013', 'paid', 'checkout.session.async_payment_succeeded', 'succeeded'],
    ['4000009990000021', 'unpaid', 'checkout.session.async_payment_failed', 'requires_payment_method'],
  ])(
    'is over before the bank of %s has answered, and then tells that it is %s',
    async (number, paid, event, status) => {
      const seller = at.openSeller();
      const { id } = await open(seller);
      expect(at.emulator.control.payCheckoutSession(id, { number })).toEqual({ outcome: 'paid' });
      const expand = ['payment_intent.latest_charge'];
      expect(await at.stripe.checkout.sessions.retrieve(id, { expand }, seller)).toMatchObject({
        status: 'complete',
        payment_status: 'unpaid',
        payment_intent: { status: 'processing', latest_charge: { status: 'pending', paid: false } },
      });
      expect(at.eventsOf(seller.stripeAccount).slice(-3)).toEqual([
        'charge.pending',
        'payment_intent.processing',
        'checkout.session.completed',
      ]);
      at.emulator.control.advanceClock(24 * HOUR_MS);
      expect(at.eventsOf(seller.stripeAccount).at(-1)).toBe(event);
      expect(await at.stripe.checkout.sessions.retrieve(id, { expand }, seller)).toMatchObject({
        payment_status: paid,
        payment_intent: { status },
      });
    },
  );

  test('can be taken back while it is open, and then no more', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller);
    expect(await at.stripe.checkout.sessions.expire(id, {}, seller)).toMatchObject({ status: 'expired', url: null });
    expect(at.eventsOf(seller.stripeAccount).at(-1)).toBe('checkout.session.expired');
    const error = await refusalOf(at.stripe.checkout.sessions.expire(id, {}, seller));
    expect(error.message).toContain('Only Checkout Sessions with a status in ["open"] can be expired.');
    expect(() => at.emulator.control.payCheckoutSession(id)).toThrow('no longer open');
  });

  test('takes the payment that was tried with it', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller);
    at.emulator.control.payCheckoutSession(id, { number: '4000000000000002' });
    const expired = await at.stripe.checkout.sessions.expire(id, { expand: ['payment_intent'] }, seller);
    expect(expired.payment_intent).toMatchObject({ status: 'canceled', cancellation_reason: 'expired' });
  });

  test('expires by itself', async () => {
    const seller = at.openSeller();
    const { id } = await open(seller, { expires_at: nowUnix() + 1801 });
    at.emulator.control.advanceClock(HOUR_MS / 2 - 10_000);
    expect(await at.stripe.checkout.sessions.retrieve(id, {}, seller)).toMatchObject({ status: 'open' });
    at.emulator.control.advanceClock(20_000);
    expect(await at.stripe.checkout.sessions.retrieve(id, {}, seller)).toMatchObject({ status: 'expired' });
    expect(at.eventsOf(seller.stripeAccount).at(-1)).toBe('checkout.session.expired');
  });

  test('is made once for each key, and the same again when asked again', async () => {
    const seller = { ...at.openSeller(), idempotencyKey: 'charge-1' };
    const first = await open(seller);
    at.emulator.control.payCheckoutSession(first.id);
    const again = await open(seller);
    expect(again).toMatchObject({ id: first.id, status: 'open' });
    expect((await refusalOf(open(seller, { client_reference_id: 'order-8' }))).type).toBe('StripeIdempotencyError');
  });
});

describe('what Checkout refuses', () => {
  test.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, object]>([
    ['nothing to sell', { line_items: [] }, { param: 'line_items', code: 'parameter_missing' }],
    ['no number of things', { line_items: [{ price_data: line.price_data }] }, { param: 'line_items[0][quantity]' }],
    [
      'a product without a name',
      { line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 500 } }] },
      {},
    ],
    [
      'two currencies',
      { line_items: [line, { ...line, price_data: { ...line.price_data, currency: 'eur' } }] },
      { param: 'line_items' },
    ],
    [
      'too little',
      { line_items: [{ ...line, quantity: 1, price_data: { ...line.price_data, unit_amount: 49 } }] },
      { code: 'amount_too_small' },
    ],
    [
      'a fee above the total',
      { payment_intent_data: { application_fee_amount: 1001 } },
      { param: 'payment_intent_data[application_fee_amount]' },
    ],
    ['an address that is none', { success_url: '/paid' }, { param: 'success_url', code: 'url_invalid' }],
    ['an e-mail that is none', { customer_email: 'ada' }, { param: 'customer_email', code: 'email_invalid' }],
    ['subscriptions, which it does not emulate', { mode: 'subscription' }, { param: 'mode' }],
    ['what it does not know', { discounts: [{ coupon: 'x' }] }, { param: 'discounts', code: 'parameter_unknown' }],
  ])('%s', async (_, params, refusal) => {
    expect(await refusalOf(open(at.openSeller(), params))).toMatchObject({ statusCode: 400, ...refusal });
  });

  test('no way back', async () => {
    const params: Stripe.Checkout.SessionCreateParams = { mode: 'payment', line_items: [line] };
    const error = await refusalOf(at.stripe.checkout.sessions.create(params, at.openSeller()));
    expect(error).toMatchObject({ code: 'parameter_missing', param: 'success_url' });
  });

  test('methods of payment', async () => {
    const params: object = { payment_method_types: ['card'] };
    const error = await refusalOf(open(at.openSeller(), params));
    expect(error.code).toBe('payment_method_types_no_longer_supported');
  });

  test('an end in less than half an hour or after more than a day', async () => {
    const seller = at.openSeller();
    for (const seconds of [1790, 86_410]) {
      const error = await refusalOf(open(seller, { expires_at: nowUnix() + seconds }));
      expect(error).toMatchObject({ statusCode: 400, param: 'expires_at' });
    }
  });

  test('an account that has not been onboarded', async () => {
    const { id } = await at.stripe.accounts.create({});
    const error = await refusalOf(open({ stripeAccount: id }));
    expect(error.message).toContain('No valid payment method types for this Checkout Session');
  });
});

describe('a Checkout Session for prices that are kept', () => {
  test('sells them under their own ids and names', async () => {
    const seller = at.openSeller();
    const { id: product } = await at.stripe.products.create({ name: 'Rye' }, seller);
    const { id: price } = await at.stripe.prices.create({ product, currency: 'usd', unit_amount: 450 }, seller);
    const { id, amount_total } = await open(seller, { line_items: [{ price, quantity: 3 }] });
    expect(amount_total).toBe(1350);
    const { data } = await at.stripe.checkout.sessions.listLineItems(id, {}, seller);
    expect(data).toMatchObject([{ description: 'Rye', quantity: 3, price: { id: price, product, active: true } }]);
  });

  test('refuses one that is inactive, of another account, or given twice', async () => {
    const seller = at.openSeller();
    const { id: product } = await at.stripe.products.create({ name: 'Rye' }, seller);
    const made = { product, currency: 'usd', unit_amount: 450, active: false };
    const { id: price } = await at.stripe.prices.create(made, seller);
    const inactive = await refusalOf(open(seller, { line_items: [{ price, quantity: 1 }] }));
    expect(inactive.param).toBe('line_items[0][price]');
    const foreign = await refusalOf(open(at.openSeller(), { line_items: [{ price, quantity: 1 }] }));
    expect(foreign.code).toBe('resource_missing');
    expect((await refusalOf(open(seller, { line_items: [{ ...line, price }] }))).param).toBe('line_items[0]');
  });
});

/** Opens a session of the platform's own. */
const sell = (payment_intent_data: Stripe.Checkout.SessionCreateParams.PaymentIntentData) =>
  at.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [line],
    success_url: 'http://localhost:3000/paid',
    payment_intent_data,
  });

describe('a Checkout Session of the platform', () => {
  test('sends the money on to an account, less the fee', async () => {
    const { stripeAccount: destination } = at.openSeller();
    const { id } = await sell({
      application_fee_amount: 100,
      transfer_data: { destination },
      on_behalf_of: destination,
    });
    at.emulator.control.payCheckoutSession(id);
    const { payment_intent } = await at.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(payment_intent).toMatchObject({ transfer_data: { destination }, on_behalf_of: destination });
    const { pending } = await at.stripe.balance.retrieve({}, { stripeAccount: destination });
    expect(pending[0]?.amount).toBe(900);
  });

  test('refuses an account that does not exist, and a fee with nobody to take it from', async () => {
    const unknown = await refusalOf(sell({ transfer_data: { destination: 'acct_guess' } }));
    expect(unknown.param).toBe('transfer_data[destination]');
    expect((await refusalOf(sell({ application_fee_amount: 100 }))).param).toContain('application_fee_amount');
  });
});
