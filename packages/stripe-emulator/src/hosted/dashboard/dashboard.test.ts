import { afterEach, beforeEach, expect, it } from 'vitest';
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
  ['/settings/account', 'Can take payments'],
])('has a page at …/test%s', async (path, text) => {
  const reply = await get(`/dashboard/${account.id}/test${path}`, signedIn(account.id));
  expect([reply.statusCode, reply.body.includes(text)]).toEqual([200, true]);
});

it('shows no object of another account', async () => {
  const id = pay(app.world, readyAccount(app.world).id);
  const reply = await get(`/dashboard/${account.id}/test/payments/${id}`, signedIn(account.id));
  expect(reply.statusCode).toBe(404);
});

it.each(['/payments/pi_guess', '/payouts/po_guess', '/disputes/du_guess', '/secrets', '/constructor'])(
  'has nothing at …/test%s',
  async (path) => {
    expect((await get(`/dashboard/${account.id}/test${path}`, signedIn(account.id))).statusCode).toBe(404);
  },
);

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
