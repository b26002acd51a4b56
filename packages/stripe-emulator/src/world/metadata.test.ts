import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const MARKED = { metadata: { shelf: '4', row: '' } };
const CARD = { type: 'card', card: { token: 'tok_visa' } } as const;
const SALE = { amount: 900, currency: 'usd' };

/** Makes something with a mark and an empty value, and says how its metadata is changed. */
type Marked = () => Promise<{
  readonly metadata: object | null;
  readonly change: (metadata: '' | { readonly [key: string]: string }) => Promise<{ readonly metadata: object | null }>;
}>;

const marked: Readonly<Record<string, Marked>> = {
  'a customer': async () => {
    const { id, metadata } = await at.stripe.customers.create(MARKED);
    return { metadata, change: (next) => at.stripe.customers.update(id, { metadata: next }) };
  },
  'an account': async () => {
    const { id, metadata = null } = await at.stripe.accounts.create(MARKED);
    const change = async (next: '' | object) => {
      const changed = await at.stripe.accounts.update(id, { metadata: next === '' ? '' : { ...next } });
      return { metadata: changed.metadata ?? null };
    };
    return { metadata, change };
  },
  'a product': async () => {
    const { id, metadata } = await at.stripe.products.create({ name: 'Bread', ...MARKED });
    return { metadata, change: (next) => at.stripe.products.update(id, { metadata: next }) };
  },
  'a payment method': async () => {
    const { id, metadata } = await at.stripe.paymentMethods.create({ ...CARD, ...MARKED });
    return { metadata, change: (next) => at.stripe.paymentMethods.update(id, { metadata: next }) };
  },
  'a payment': async () => {
    const { id, metadata } = await at.stripe.paymentIntents.create({ ...SALE, ...MARKED });
    return { metadata, change: (next) => at.stripe.paymentIntents.update(id, { metadata: next }) };
  },
  'a refund': async () => {
    const automatic_payment_methods = { enabled: true, allow_redirects: 'never' } as const;
    const confirm = { confirm: true, payment_method_data: CARD, automatic_payment_methods };
    const { id: payment_intent } = await at.stripe.paymentIntents.create({ ...SALE, ...confirm });
    const { id, metadata } = await at.stripe.refunds.create({ payment_intent, ...MARKED });
    return { metadata, change: (next) => at.stripe.refunds.update(id, { metadata: next }) };
  },
  'a Checkout Session': async () => {
    const { id, metadata } = await at.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://example.com/paid',
      line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Bread' } } }],
      ...MARKED,
    });
    return { metadata, change: (next) => at.stripe.checkout.sessions.update(id, { metadata: next }) };
  },
};

test.each(Object.entries(marked))('the metadata of %s is merged, and empty values take away', async (_, make) => {
  const { metadata, change } = await make();
  expect(metadata).toEqual({ shelf: '4' });
  expect(await change({ row: '2' })).toMatchObject({ metadata: { shelf: '4', row: '2' } });
  expect((await change({ shelf: '' })).metadata).toEqual({ row: '2' });
  expect((await change('')).metadata).toEqual({});
});

test('API v2 takes a key away with null', async () => {
  const { id } = await at.stripe.v2.core.accounts.create({ metadata: { shelf: '4', row: '2' } });
  const { metadata } = await at.stripe.v2.core.accounts.update(id, { metadata: { row: null } });
  expect(metadata).toEqual({ shelf: '4' });
});

test('a captured payment takes metadata too', async () => {
  const { id } = await at.stripe.paymentIntents.create({
    ...SALE,
    capture_method: 'manual',
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    payment_method: 'pm_card_visa',
  });
  expect((await at.stripe.paymentIntents.capture(id, MARKED)).metadata).toEqual({ shelf: '4' });
});

test('fifty keys are kept, counted together with those that were there', async () => {
  const { id } = await at.stripe.customers.create({ metadata: keys(0, 50) });
  const refusal = await refusalOf(at.stripe.customers.update(id, { metadata: keys(50, 1) }));
  expect(refusal).toMatchObject({ statusCode: 400, param: 'metadata' });
  const { metadata } = await at.stripe.customers.update(id, { metadata: { ...keys(50, 1), key_0: '' } });
  expect(Object.keys(metadata)).toHaveLength(50);
});

function keys(from: number, count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${from + index}`, 'x']));
}
