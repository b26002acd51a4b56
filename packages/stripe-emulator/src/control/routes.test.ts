import { afterAll, beforeAll, expect, test } from 'vitest';
import { charge, openAccount } from '../test/test-world.ts';
import { pathOfDeed } from './deeds/index.ts';
import { type Emulator, startEmulator } from '../index.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
});
afterAll(() => emulator.close());

const post = (name: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${emulator.url}/_emulator/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('a developer lets time pass', async () => {
  const before = emulator.world.clock.nowUnix();
  expect((await post('advance-clock', { seconds: 86_400 })).status).toBe(200);
  expect(emulator.world.clock.nowUnix()).toBeGreaterThanOrEqual(before + 86_400);
});

test('what is wrong is named', async () => {
  const reply = await post('advance-clock', { seconds: 'soon' });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ error: { param: 'seconds', message: 'Invalid integer: soon' } });
});

test('a page of any site is refused', async () => {
  expect((await post('advance-clock', { seconds: 1 }, { origin: 'http://evil.example' })).status).toBe(403);
});

const get = (path: string): Promise<Response> => fetch(`${emulator.url}/_emulator/${path}`);

test('every method of control is a deed, and nothing else is', async () => {
  /** What is read and not done has an address of its own. */
  const views = new Map([['requests', '/_emulator/requests']]);
  const methods = Object.keys(emulator.control).filter((name) => !views.has(name));
  for (const [, path] of views) expect((await fetch(`${emulator.url}${path}`)).status).toBe(200);
  const deeds = methods.map((name) => ({ name: pathOfDeed(name), params: expect.any(Array) }));
  expect(await (await get('deeds')).json()).toEqual({ deeds });
});

test('what a deed takes is listed, and what may be left out', async () => {
  expect(await (await get('deeds')).json()).toEqual({
    deeds: expect.arrayContaining([{ name: 'complete-onboarding', params: ['account', 'business_type?', 'answers?'] }]),
  });
});

test('the clock is set to a moment', async () => {
  const before = emulator.world.clock.nowMs();
  expect((await post('set-clock', { to: '2034-05-06T12:00:00Z' })).status).toBe(200);
  expect(new Date(emulator.world.clock.nowMs()).toISOString()).toMatch(/^2034-05-06T12:00/u);
  expect((await post('set-clock', { to: 'tomorrow' })).status).toBe(400);
  await post('set-clock', { to: new Date(before).toISOString() });
});

test('a bank account is added', async () => {
  const { id } = openAccount(emulator.world);
  const bank = { account_number: '000999999991', routing_number: '110000000', country: 'US', currency: 'usd' };
  expect((await post('add-bank-account', { account: id, ...bank })).status).toBe(200);
  expect(emulator.world.store.get('account', id).bankAccounts).toMatchObject([{ last4: '6789' }, { last4: '9991' }]);
});

test('a customer pays at Checkout', async () => {
  const { id } = openAccount(emulator.world);
  await fetch(`${emulator.url}/v1/checkout/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.secretKey}`, 'stripe-account': id },
    body: new URLSearchParams({
      mode: 'payment',
      success_url: 'http://localhost/',
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'usd',
      'line_items[0][price_data][unit_amount]': '900',
      'line_items[0][price_data][product_data][name]': 'Bowl',
    }),
  });
  const session = emulator.world.store.all('checkout_session', id)[0]?.id;
  const declined = await post('pay-checkout-session', { session, number: '4000000000000002' });
  expect(await declined.json()).toMatchObject({ result: { outcome: 'declined' } });
  const paid = await post('pay-checkout-session', { session, email: 'ada@example.com' });
  expect(await paid.json()).toEqual({ done: 'pay-checkout-session', result: { outcome: 'paid' } });
});

test('deliveries are waited for, and shown', async () => {
  const { id } = openAccount(emulator.world);
  await fetch(`${emulator.url}/v1/webhook_endpoints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.secretKey}` },
    body: new URLSearchParams({ url: emulator.url, 'enabled_events[0]': 'charge.succeeded', connect: 'true' }),
  });
  charge(emulator.world, id, 900);
  expect(await (await post('deliveries-settled', {})).json()).toEqual({ done: 'deliveries-settled' });
  expect(await (await get('deliveries')).json()).toMatchObject({
    deliveries: [{ type: 'charge.succeeded', account: id, attempts: 1, state: 'failing' }],
  });
});

test('accounts are shown as Stripe shows them, with what they have and their ledger', async () => {
  const { world } = emulator;
  const { id } = openAccount(world);
  const paid = charge(world, id, 900, { applicationFeeAmount: 90 });
  expect(await (await get('accounts')).json()).toMatchObject({
    platform: world.platform,
    accounts: expect.arrayContaining([expect.objectContaining({ id, object: 'account', charges_enabled: true })]),
  });
  expect(await (await get(`accounts/${id}`)).json()).toMatchObject({
    account: { id, object: 'account' },
    objects: { charge: [{ id: paid.id, amount: 900 }], refund: [] },
    ledger: {
      balances: [{ currency: 'usd', available: 0 }],
      lines: [{ source: paid.id, object: 'balance_transaction' }],
    },
  });
  expect(await (await get(`accounts/${world.platform}`)).json()).toMatchObject({
    objects: { application_fee: [{ id: paid.applicationFee, amount: 90 }] },
    ledger: { lines: [{ type: 'application_fee', amount: 90 }] },
  });
  expect((await get('accounts/acct_guess')).status).toBe(404);
});

test('a fault may hit all requests of a pattern', async () => {
  await post('fault', { kind: 'status', pattern: '^/v1/cust', status: 503, times: 1 });
  expect((await fetch(`${emulator.url}/v1/customers`)).status).toBe(503);
  expect((await fetch(`${emulator.url}/v1/customers`)).status).toBe(401);
  expect((await post('fault', { kind: 'status', status: 503 })).status).toBe(400);
});

test('connect.js is blocked, and a frame is told that windows are', async () => {
  await post('fault', { kind: 'blocked_script', times: 1 });
  await post('fault', { kind: 'blocked_window', times: 1 });
  const [script, frame] = [`${emulator.url}/v1.0/connect.js`, `${emulator.url}/v1.0/frames/payments`];
  expect((await fetch(script)).status).toBe(403);
  expect((await fetch(script)).status).toBe(200);
  expect(await (await fetch(frame)).text()).toContain('<html lang="en" data-windows="blocked">');
  expect(await (await fetch(frame)).text()).toContain('<html lang="en">');
});

test('a restricted key is made and given back', async () => {
  const reply = await post('create-restricted-key', { permissions: 'rak_charge_read, rak_payout_write' });
  expect(await reply.json()).toEqual({
    done: 'create-restricted-key',
    result: expect.stringMatching(/^rk_test_/u),
  });
});
