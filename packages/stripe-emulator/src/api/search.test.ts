import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge } from '../test/test-world.ts';

let at: TestStripe;
const ids: string[] = [];
beforeAll(async () => {
  at = await startTestStripe();
  for (const [index, name] of ['Ada', 'Bob', 'Ann', 'Eve', 'Anna'].entries()) {
    at.emulator.control.advanceClock(1000);
    const metadata = { "order's no": String(index), till: index % 2 === 0 ? 'left' : '' };
    const { id } = await at.stripe.customers.create({ name, email: `${name}@Example.com`, metadata });
    ids.push(id);
  }
});
afterAll(() => at.emulator.close());

async function namesFor(query: string): Promise<readonly unknown[]> {
  const { data } = await at.stripe.customers.search({ query });
  return data.map(({ name }) => name);
}

test.each([
  ['email:"ADA@example.com"', ['Ada']],
  ['name~"ann"', ['Anna', 'Ann']],
  ['-name~"ann" AND metadata["till"]:"left"', ['Ada']],
  ['name:"bob" OR name:"eve"', ['Eve', 'Bob']],
  ['metadata["till"]:null', ['Eve', 'Bob']],
  [`metadata["order's no"]:"3"`, ['Eve']],
  ['phone:null AND created>0', ['Anna', 'Eve', 'Ann', 'Bob', 'Ada']],
  ['-phone:"1"', ['Anna', 'Eve', 'Ann', 'Bob', 'Ada']],
  ['name:"nobody"', []],
])('%s finds %j, newest first', async (query, names) => {
  expect(await namesFor(query)).toEqual(names);
});

test('charges are found by what was paid with', async () => {
  const seller = at.openSeller();
  charge(at.emulator.world, seller.stripeAccount, 1000);
  const find = async (query: string) => (await at.stripe.charges.search({ query }, seller)).data.length;
  expect(await find('payment_method_details.card.last4:"4242" AND amount>=1000')).toBe(1);
  expect(await find('payment_method_details.card.last4:"4243"')).toBe(0);
  expect(await find('amount>1000')).toBe(0);
});

test('the SDK goes through all pages, each once, and counts when asked', async () => {
  const query = 'created>0';
  const all = await at.stripe.customers.search({ query, limit: 2 }).autoPagingToArray({ limit: 100 });
  expect(all.map(({ id }) => id)).toEqual(ids.toReversed());
  const first = await at.stripe.customers.search({ query, limit: 2, expand: ['total_count'] });
  expect(first).toMatchObject({ has_more: true, next_page: expect.any(String), total_count: 5 });
  const last = await at.stripe.customers.search({ query, limit: 2, page: all[3]?.id ?? '' });
  expect(last).toMatchObject({ has_more: false, next_page: null, data: [{ name: 'Ada' }] });
  expect(last).not.toHaveProperty('total_count');
});

test('who is deleted is found no more, and what an account does not have is not found', async () => {
  const { id } = await at.stripe.customers.create({ name: 'Gone' });
  await at.stripe.customers.del(id);
  expect(await namesFor('name:"gone"')).toEqual([]);
  const others = await at.stripe.customers.search({ query: 'name:"ada"' }, at.openSeller());
  expect(others.data).toEqual([]);
});

test.each([
  ['created~"1"', 'is a number and has no parts'],
  ['created:"today"', 'is a number'],
  ['name>"a"', 'cannot be compared by size'],
  ['name~"an"', 'at least 3 characters'],
  ['colour:"red"', 'unsupported search field'],
])('%s is refused: it %s', async (query, words) => {
  const error = await refusalOf(at.stripe.customers.search({ query }));
  expect([error.statusCode, error.param]).toEqual([400, 'query']);
  expect(error.message).toContain(words);
});

test('a page that is none is refused', async () => {
  const error = await refusalOf(at.stripe.customers.search({ query: 'created>0', page: 'cus_none' }));
  expect(error.param).toBe('page');
});

test('looking for an e-mail address reads an index and no customer besides', () => {
  const plan = at.emulator.world.store
    .prepare(
      `explain query plan select document from (select place, document from objects where kind = 'customer'
         and account = ? and (lower(document ->> '$.email') = lower(?)) order by place desc limit 2)`,
    )
    .all('acct', 'a@b.co');
  expect(JSON.stringify(plan)).toContain('customer_by_email');
});
