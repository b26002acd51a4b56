import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listRequests, type ListRequest } from '../test/list-requests.ts';
import { secretFor } from '../test/test-app.ts';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge, letPass } from '../test/test-world.ts';
import { createRefund } from '../world/refunds.ts';
import { bringUpToDate } from '../world/schema.ts';
import { operations } from './index.ts';

let local: TestStripe;
let requests: readonly ListRequest[];
let seller: string;

/** What a world asks its database is prepared once, so it is listened to from the beginning. */
const asked = new Set<string>();

function listen(): () => void {
  const prepared = vi.spyOn(DatabaseSync.prototype, 'prepare');
  return () => {
    for (const [sql] of prepared.mock.calls) asked.add(sql);
    prepared.mockRestore();
  };
}

beforeAll(async () => {
  const stop = listen();
  local = await startTestStripe();
  const { world } = local.emulator;
  const options = local.openSeller();
  seller = options.stripeAccount;
  const customer = await local.stripe.customers.create({ email: 'buyer1@example.com' }, options);
  const paid = charge(world, seller, 5000, { customer: customer.id, applicationFeeAmount: 100 });
  createRefund(world, { account: seller, charge: paid.id, amount: 500 });
  const transfer = { destination: seller, amount: null };
  const ofPlatform = charge(world, world.platform, 5000, { transfer, transferGroup: 'group' });
  const product = await local.stripe.products.create({ name: 'Fern' }, options);
  const session = await local.stripe.checkout.sessions.create(
    {
      mode: 'payment',
      success_url: 'https://example.com',
      line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 500, product_data: { name: 'Fern' } } }],
    },
    options,
  );
  letPass(world, 10 * 86_400);
  const [payout] = world.store.all('payout', seller);
  requests = listRequests({
    account: seller,
    bank: payout?.destination ?? '',
    charge: paid.id,
    customer: customer.id,
    fee: paid.applicationFee ?? '',
    group: 'group',
    paymentIntent: paid.paymentIntent ?? '',
    payout: payout?.id ?? '',
    platformCharge: ofPlatform.id,
    product: product.id,
    session: session.id,
    transfer: ofPlatform.transfer ?? '',
  });
  stop();
});
afterAll(() => local.emulator.close());

const COMPONENTS = [
  'payments',
  'payouts',
  'balances',
  'disputes_list',
  'balance_report',
  'payout_reconciliation_report',
  'documents',
];
const QUESTIONS = [
  'payments',
  'payments?status=canceled&status=uncaptured',
  'balances',
  'payouts',
  'payout-overview',
  'disputes',
  'balance-report',
  'payout-report',
  'documents',
];

test('every list and every filter there is is among those that are looked at', () => {
  const paging = new Set(['limit', 'starting_after', 'ending_before', 'created', 'page', 'query']);
  const lists = operations.filter(
    ({ method, path, params }) => method === 'GET' && 'limit' in params && !path.endsWith('search'),
  );
  const filters = lists.flatMap(({ path, params }) =>
    ['', ...Object.keys(params).filter((name) => !paging.has(name))].map((name) => `${path} ${name}`),
  );
  const looked = new Set(
    requests.flatMap(({ name }) => {
      const [path = '', query = ''] = name.replace(' (platform)', '').split('?');
      const names = query.split('&').map((pair) => pair.split(/[[=]/u, 1)[0] ?? '');
      return names.map((param) => `${path.replace('/{charge}', '/:charge').replace(/\{\w+\}/u, ':id')} ${param}`);
    }),
  );
  expect(filters.filter((filter) => !looked.has(filter))).toEqual([]);
});

test('neither lists nor frames read what they do not show, however they are narrowed', async () => {
  const { world } = local.emulator;
  const stop = listen();
  for (const { url, ofAccount, name } of requests) {
    const headers = {
      authorization: `Bearer ${local.emulator.secretKey}`,
      ...(ofAccount && { 'stripe-account': seller }),
    };
    const reply = await fetch(`${local.emulator.url}${url}`, { headers });
    expect([name, reply.status]).toEqual([name, 200]);
  }
  const secret = secretFor(world, seller, Object.fromEntries(COMPONENTS.map((name) => [name, []])));
  for (const question of QUESTIONS) {
    const headers = { authorization: `Bearer ${secret}` };
    const reply = await fetch(`${local.emulator.url}/v1.0/frame-api/${question}`, { headers });
    expect([question, reply.status]).toEqual([question, 200]);
  }
  stop();
  const selected = [...asked].filter((sql) => sql.startsWith('select') && !FEW.test(sql));
  expect(selected.length).toBeGreaterThan(50);
  expect(selected.flatMap((sql) => tooMuch(sql))).toEqual([]);
});

/** Read whole, as there are few of them: accounts and endpoints, accounts that get money in one day, and the indexes. */
const FEW = /kind = '(?:account|webhook_endpoint)'|incoming > 0|sqlite_schema/u;

/** Says which steps of a statement read a whole table, or everything that fits before they sort it. */
function tooMuch(sql: string): readonly string[] {
  const db = new DatabaseSync(':memory:');
  bringUpToDate(db);
  const steps = db
    .prepare(`explain query plan ${sql}`)
    .all()
    .map(({ detail }) => String(detail));
  db.close();
  return steps
    .filter((step) => /^SCAN (?!\(|facts)/u.test(step) || /TEMP B-TREE/u.test(step))
    .map((step) => `${step}: ${sql}`);
}
