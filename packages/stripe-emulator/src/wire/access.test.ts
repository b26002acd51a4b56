import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let local: TestStripe;

beforeAll(async () => {
  local = await startTestStripe();
});
afterAll(() => local.emulator.close());

test('a live key is refused', async () => {
  const refusal = await refusalOf(local.stripe.balance.retrieve({}, { apiKey: 'sk_live_1234567890abcdef' }));
  expect(refusal).toMatchObject({ statusCode: 401, message: expect.stringContaining('live') });
});

test('a version that was not yet published is refused', async () => {
  const refusal = await refusalOf(local.stripe.balance.retrieve({}, { apiVersion: '2031-01-01.later' }));
  expect(refusal).toMatchObject({ statusCode: 400, message: 'Invalid Stripe API version: 2031-01-01.later' });
});

test.each(['0000-00-00', '2020-13-45.xyz', '2026-10-28.nonsense', '2026-10-28', '2026-10-29.preview'])(
  'a version that was never published is refused (%s)',
  async (apiVersion) => {
    const refusal = await refusalOf(local.stripe.balance.retrieve({}, { apiVersion }));
    expect([refusal.statusCode, refusal.message]).toEqual([400, `Invalid Stripe API version: ${apiVersion}`]);
  },
);

test.each(['2025-09-30.clover', '2019-12-03', '2026-07-29.preview'])(
  'an earlier version is answered, and named in the answer (%s)',
  async (apiVersion) => {
    const { object, lastResponse } = await local.stripe.balance.retrieve({}, { apiVersion });
    expect([object, lastResponse.apiVersion]).toEqual(['balance', apiVersion]);
  },
);

test('a v2 request that failed is done again under its key', async () => {
  const { stripeAccount: id } = local.openSeller();
  const add = () =>
    local.stripe.v2.core.accounts.persons.create(id, { given_name: 'Ann' }, { idempotencyKey: 'twice' });
  expect(await refusalOf(add())).toMatchObject({ statusCode: 403 });
  local.emulator.world.store.update('account', id, { submittedUnix: null });
  await expect(add()).resolves.toMatchObject({ account: id, given_name: 'Ann' });
});

describe('a restricted key', () => {
  const pay = { amount: 2000, currency: 'usd' };

  test('does what it was made for, on the platform and on its accounts', async () => {
    const apiKey = local.emulator.control.createRestrictedKey(['rak_payment_intent_write', 'rak_balance_read']);
    expect(apiKey).toMatch(/^rk_test_/u);
    const seller = local.openSeller();
    const { id } = await local.stripe.paymentIntents.create(pay, { ...seller, apiKey });
    await expect(local.stripe.paymentIntents.retrieve(id, {}, { ...seller, apiKey })).resolves.toMatchObject({ id });
    await expect(local.stripe.balance.retrieve({}, { apiKey })).resolves.toMatchObject({ object: 'balance' });
  });

  test('does nothing else, and says what is missing', async () => {
    const apiKey = local.emulator.control.createRestrictedKey(['rak_charge_read']);
    const { stripeAccount } = local.openSeller();
    const refund = await refusalOf(local.stripe.refunds.create({ charge: 'ch_1' }, { stripeAccount, apiKey }));
    expect(refund).toBeInstanceOf(Stripe.errors.StripePermissionError);
    expect(refund.message).toMatch(/^The provided key 'rk_test_\*+\w{4}' does not have the required permissions/u);
    expect(refund.message).toContain(
      `on account '${stripeAccount}'. Having the 'rak_charge_write' permission would allow this request to continue.`,
    );
    expect((await refusalOf(local.stripe.v2.core.accounts.create({}, { apiKey }))).message).toContain(
      'rak_connected_account_write',
    );
  });

  test('that nobody made is none, and no permission is made up', async () => {
    expect(await refusalOf(local.stripe.balance.retrieve({}, { apiKey: 'rk_test_guess' }))).toMatchObject({
      statusCode: 401,
    });
    expect(() => local.emulator.control.createRestrictedKey(['rak_everything_write'])).toThrow('rak_charge_write');
  });
});

describe('the publishable key', () => {
  test('makes tokens and payment methods, and sees a payment whose secret it knows', async () => {
    const apiKey = local.emulator.publishableKey;
    const card = { number: '4242424242424242', exp_month: 12, exp_year: 2034 };
    await expect(local.stripe.paymentMethods.create({ type: 'card', card }, { apiKey })).resolves.toBeDefined();
    const { id, client_secret: secret } = await local.stripe.paymentIntents.create({ amount: 2000, currency: 'usd' });
    const seen = local.stripe.paymentIntents.retrieve(id, { client_secret: secret ?? '' }, { apiKey });
    await expect(seen).resolves.toMatchObject({ id });
    const guessed = await refusalOf(local.stripe.paymentIntents.retrieve(id, { client_secret: 'x' }, { apiKey }));
    expect(guessed.param).toBe('client_secret');
    const untold = await refusalOf(local.stripe.paymentIntents.retrieve(id, {}, { apiKey }));
    expect(untold).toMatchObject({ statusCode: 401, code: 'secret_key_required' });
  });

  test.each([
    ['list charges', (apiKey: string) => local.stripe.charges.list({}, { apiKey })],
    ['see the balance', (apiKey: string) => local.stripe.balance.retrieve({}, { apiKey })],
    [
      'make a payment',
      (apiKey: string) => local.stripe.paymentIntents.create({ amount: 1, currency: 'usd' }, { apiKey }),
    ],
  ])('does not %s', async (_, ask) => {
    const refusal = await refusalOf(ask(local.emulator.publishableKey));
    expect(refusal).toMatchObject({ statusCode: 401, code: 'secret_key_required' });
  });
});

describe('the publishable key', () => {
  const SALE = { amount: 900, currency: 'usd', metadata: { margin: '40' } } as const;
  const PRIVATE = [
    'metadata',
    'customer',
    'latest_charge',
    'application_fee_amount',
    'transfer_data',
    'amount_received',
  ];

  test('shows of a payment what a customer may see', async () => {
    const { id, client_secret } = await local.stripe.paymentIntents.create(SALE);
    const seen = await local.stripe.paymentIntents.retrieve(id, { client_secret: client_secret ?? '' }, asBrowser());
    expect(seen).toMatchObject({ id, amount: 900, status: 'requires_payment_method', payment_method_types: ['card'] });
    for (const name of PRIVATE) expect(seen).not.toHaveProperty(name);
  });

  test('is not enough for what takes a secret key', async () => {
    const refusal = await refusalOf(local.stripe.balance.retrieve({}, asBrowser()));
    expect(refusal).toMatchObject({ statusCode: 401, code: 'secret_key_required' });
  });

  test.each([
    ['pk_test_wrong', 'Invalid API Key provided'],
    ['pk_live_abcdefghijklmnop', 'live'],
  ])('of somebody else makes no tokens (%s)', async (apiKey, reason) => {
    const refusal = await refusalOf(local.stripe.tokens.create({ pii: { id_number: '000000000' } }, { apiKey }));
    expect([refusal.statusCode, refusal.code]).toEqual([401, undefined]);
    expect(refusal.message).toContain(reason);
  });

  test('shows no more of it where the bank says no', async () => {
    const { id, client_secret } = await local.stripe.paymentIntents.create(SALE);
    const declined = await refusalOf(
      local.stripe.rawRequest(
        'POST',
        `/v1/payment_intents/${id}/confirm`,
        {
          client_secret: client_secret ?? '',
          payment_method: 'pm_card_visa_chargeDeclined',
          return_url: 'https://example.com/back',
        },
        asBrowser(),
      ),
    );
    expect(declined.payment_intent).toMatchObject({ id, status: 'requires_payment_method' });
    for (const name of PRIVATE) expect(declined.payment_intent).not.toHaveProperty(name);
  });
});

function asBrowser(): { readonly apiKey: string } {
  return { apiKey: local.emulator.publishableKey };
}
