import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestStripe } from '../../test/test-stripe.ts';
import { createRefund } from '../../world/refunds.ts';
import { pay, readyAccount, startTestApp, type TestApp } from '../../test/test-app.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

const signedIn = (owner: string) => ({ cookie: `stripe_emulator_owner=${owner}` });

function get(url: string, headers: Record<string, string> = {}) {
  return app.server.inject({ url, headers });
}

function signIn(form: Record<string, string>, headers: Record<string, string> = {}) {
  return app.server.inject({
    method: 'POST',
    url: '/dashboard/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

it('asks who comes, and then goes on to where the link led', async () => {
  const id = pay(app.world, account.id, { description: 'Rye <bread>' });
  const url = `/dashboard/${account.id}/test/payments/${id}`;
  const asked = await get(url);
  expect(asked.body).toContain('Sign in as the owner');
  expect(asked.body).not.toContain('Rye');
  const done = await signIn({ account: account.id, to: url });
  expect([done.statusCode, done.headers.location]).toEqual([303, url]);
  expect(done.headers['set-cookie']).toBe(
    `stripe_emulator_owner=${account.id}; Path=/dashboard; HttpOnly; SameSite=Lax`,
  );
  const page = await get(url, signedIn(account.id));
  expect(page.body).toContain('Rye &lt;bread&gt;');
  expect(page.body).toContain(id);
});

it('asks again for another account than the one that is signed in', async () => {
  const other = readyAccount(app.world);
  const { body } = await get(`/dashboard/${other.id}/test/payments`, signedIn(account.id));
  expect(body).toContain('Sign in as the owner');
  expect(body).toContain(other.id);
});

it('finds the account of a link without one by who is signed in, or by asking', async () => {
  const id = pay(app.world, account.id);
  expect((await get(`/dashboard/test/payments/${id}`)).body).toContain(account.id);
  expect((await get(`/dashboard/test/payments/${id}`, signedIn(account.id))).body).toContain(`<code>${id}</code>`);
});

it.each([
  ['', 'Latest payments'],
  ['/payments', 'Payments'],
  ['/payouts', 'No payouts yet.'],
  ['/balance/overview', 'waiting to settle'],
  ['/disputes', 'No disputes.'],
  ['/customers', 'No customers yet.'],
  ['/products', 'No products yet.'],
  ['/refunds', 'No refunds yet.'],
  ['/events', 'account.updated'],
  ['/settings/account', 'Can take payments'],
])('has a page at …/test%s', async (path, text) => {
  const reply = await get(`/dashboard/${account.id}/test${path}`, signedIn(account.id));
  expect([reply.statusCode, reply.body.includes(text)]).toEqual([200, true]);
});

/** A customer, a product with its price, a refund and an event of an account, by their addresses. */
function records(owner: Account): Readonly<Record<string, string>> {
  const { store } = app.world;
  const begun = { account: owner.id, createdUnix: app.world.clock.nowUnix(), metadata: {} };
  const [customer, product] = [`cus_${owner.id}`, `prod_${owner.id}`];
  store.insert('customer', {
    ...begun,
    id: customer,
    name: 'Ada <Byron>',
    email: 'ada@example.com',
    phone: null,
    description: null,
    address: null,
    shipping: null,
    deleted: false,
  });
  store.insert('product', {
    ...begun,
    id: product,
    name: 'Rye <bread>',
    description: null,
    active: true,
    images: [],
    url: null,
    shippable: null,
    statementDescriptor: null,
    unitLabel: null,
    defaultPrice: null,
    updatedUnix: begun.createdUnix,
  });
  store.insert('price', {
    ...begun,
    id: `price_${owner.id}`,
    product,
    currency: 'usd',
    unitAmount: 450,
    active: true,
    nickname: null,
    lookupKey: null,
    taxBehavior: 'unspecified',
  });
  const paid = store.get('payment_intent', pay(app.world, owner.id)).latestCharge ?? '';
  const refund = createRefund(app.world, { account: owner.id, charge: paid, amount: 123 });
  const [event] = store.all('event', owner.id, { form: 'snapshot', type: 'charge.succeeded' });
  return {
    [`customers/${customer}`]: 'Ada &lt;Byron&gt;',
    [`products/${product}`]: '$4.50',
    [`refunds/${refund.id}`]: '$1.23',
    [`events/${event?.id}`]: '&quot;type&quot;: &quot;charge.succeeded&quot;',
  };
}

it('shows each object at its own address, to its owner only', async () => {
  const other = readyAccount(app.world);
  for (const [path, text] of Object.entries(records(account))) {
    const [section = '', id = ''] = path.split('/');
    const page = await get(`/dashboard/${account.id}/test/${path}`, signedIn(account.id));
    expect([path, page.statusCode, page.body.includes(text)]).toEqual([path, 200, true]);
    const list = await get(`/dashboard/test/${section}`, signedIn(account.id));
    expect([path, list.body.includes(`/dashboard/${account.id}/test/${path}`)]).toEqual([path, true]);
    const foreign = await get(`/dashboard/test/${path}`, signedIn(other.id));
    expect([path, foreign.statusCode, foreign.body.includes(id)]).toEqual([path, 404, false]);
  }
});

it.each([
  ['', ''],
  ['/payouts/po_1', '/payouts/po_1'],
  ['/activity', '/payments'],
])('leads a platform’s link …/connect/accounts/acct_X%s to the seller’s Dashboard', async (below, to) => {
  for (const whose of ['', `${app.world.platform}/`]) {
    const reply = await get(`/dashboard/${whose}test/connect/accounts/${account.id}${below}`, signedIn(account.id));
    expect(reply.headers.location).toBe(`/dashboard/${account.id}/test${to}`);
  }
});

it('shows no object of another account', async () => {
  const id = pay(app.world, readyAccount(app.world).id);
  const reply = await get(`/dashboard/${account.id}/test/payments/${id}`, signedIn(account.id));
  expect(reply.statusCode).toBe(404);
});

it('shows a request of the account at the address of the log', async () => {
  const local = await startTestStripe();
  const { emulator, stripe } = local;
  const seller = local.openSeller();
  const other = local.openSeller();
  const { lastResponse } = await stripe.balance.retrieve({}, seller);
  const address = `${emulator.url}/dashboard/test/logs?object=${lastResponse.requestId}`;
  const own = await fetch(address, { headers: signedIn(seller.stripeAccount) });
  expect(await own.text()).toContain('<code>GET /v1/balance</code>');
  expect((await fetch(address, { headers: signedIn(other.stripeAccount) })).status).toBe(404);
  await emulator.close();
});

it.each([
  '/payments/pi_guess',
  '/payouts/po_guess',
  '/disputes/du_guess',
  '/customers/cus_guess',
  '/products/prod_guess',
  '/refunds/re_guess',
  '/events/evt_guess',
  '/logs?object=req_guess',
  '/logs',
  '/connect/accounts/acct_guess',
  '/secrets',
  '/constructor',
])('has nothing at …/test%s', async (path) => {
  expect((await get(`/dashboard/${account.id}/test${path}`, signedIn(account.id))).statusCode).toBe(404);
});

it('has nothing in live mode, nor for an account that is none', async () => {
  expect((await get(`/dashboard/${account.id}/payments`, signedIn(account.id))).statusCode).toBe(404);
  expect((await get('/dashboard/acct_guess/test/payments')).statusCode).toBe(404);
});

it.each(['http://evil.example/', '//evil.example/dashboard/', '/dashboard/\r\nx', '/checkout/c/pay/x'])(
  'does not lead away to %j',
  async (to) => {
    expect((await signIn({ account: account.id, to })).headers.location).toBe(`/dashboard/${account.id}/test`);
  },
);

it('signs nobody in for another page', async () => {
  const reply = await signIn({ account: account.id, to: '' }, { origin: 'http://evil.example' });
  expect([reply.statusCode, reply.headers['set-cookie']]).toEqual([404, undefined]);
});

it('shows long lists page by page', async () => {
  for (let index = 0; index < 12; index += 1) pay(app.world, account.id, { amount: 1000 + index });
  const first = await get(`/dashboard/${account.id}/test/payments`, signedIn(account.id));
  const older = /href="(\?after=\w+)"/.exec(first.body)?.[1];
  const second = await get(`/dashboard/${account.id}/test/payments${older}`, signedIn(account.id));
  expect(second.body).toContain('$10.00');
  expect(second.body).not.toContain('$10.11');
});
