import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

test('products are searched for by name, metadata and whether they are sold', async () => {
  const { products } = at.stripe;
  const bread = await products.create({ name: 'Rye bread', metadata: { shelf: '4' } });
  await products.create({ name: 'Wheat bread', active: false, metadata: { shelf: '4' } });
  const { data } = await products.search({ query: `active:"true" AND name~"bread" AND metadata["shelf"]:"4"` });
  expect(data.map(({ id }) => id)).toEqual([bread.id]);
});

test('prices are searched for by product and lookup key', async () => {
  const { prices } = at.stripe;
  const sold = { currency: 'usd', unit_amount: 450, product_data: { name: 'Loaf' } };
  const usual = await prices.create({ ...sold, lookup_key: 'usual' });
  await prices.create(sold);
  const { data } = await prices.search({ query: 'lookup_key:"usual"' });
  expect(data.map(({ id }) => id)).toEqual([usual.id]);
});

test('a product is deleted while it has no price', async () => {
  const { products, prices } = at.stripe;
  const { id } = await products.create({ name: 'Cake' });
  await expect(products.del(id)).resolves.toMatchObject({ id, deleted: true });
  expect((await refusalOf(products.retrieve(id))).code).toBe('resource_missing');
  const { id: product } = await products.create({ name: 'Bun' });
  await prices.create({ currency: 'usd', unit_amount: 450, product });
  expect((await refusalOf(products.del(product))).statusCode).toBe(400);
});
