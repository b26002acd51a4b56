import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../index.ts';
import { createRefund } from '../../world/refunds.ts';
import { describeDeeds } from '../deeds/index.ts';
import { charge, openAccount } from '../../test/test-world.ts';

let emulator: Emulator;
let account: string;
let paid: string;
beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  account = openAccount(emulator.world).id;
  paid = charge(emulator.world, account, 4200).id;
});
afterAll(() => emulator.close());

const open = (path = ''): Promise<Response> =>
  fetch(`${emulator.url}/_emulator${path}`, { headers: { accept: 'text/html,*/*' } });
const see = async (path = ''): Promise<string> => (await open(path)).text();
const send = (deed: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${emulator.url}/_emulator/page/${deed}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers,
  });
const ask = (): Promise<Response> =>
  fetch(`${emulator.url}/v1/balance`, { headers: { authorization: `Bearer ${emulator.secretKey}` } });

test('it shows the accounts, and each request with the account it named', async () => {
  const headers = { authorization: `Bearer ${emulator.secretKey}`, 'stripe-account': account };
  await fetch(`${emulator.url}/v1/charges/${paid}`, { headers });
  const page = await see();
  expect(page).toContain(`/_emulator/accounts/${account}`);
  const words = page.replaceAll(/<[^>]*>|\s/gu, ' ').replaceAll(/ +/gu, ' ');
  expect(words).toContain(`GET /v1/charges/${paid} ${account} 200`);
  expect(page).toContain('Stripe emulator');
});

test('an account shows its charges and its ledger', async () => {
  const page = await see(`/accounts/${account}`);
  expect(page).toContain(paid);
  expect(page).toContain('$40.48 pending');
  expect((await open('/accounts/acct_guess')).status).toBe(404);
});

test('a button lets a week pass', async () => {
  const before = emulator.world.clock.nowUnix();
  const reply = await send('advance-clock', { seconds: '604800' });
  expect([reply.status, reply.headers.get('location')]).toEqual([303, '/_emulator']);
  expect(emulator.world.clock.nowUnix()).toBeGreaterThanOrEqual(before + 604_800);
});

test('a button opens a dispute and leads back, never elsewhere', async () => {
  const back = `/_emulator/accounts/${account}`;
  expect((await send('open-dispute', { charge: paid, back })).headers.get('location')).toBe(back);
  expect(emulator.world.store.all('dispute', account)).toHaveLength(1);
  const away = await send('resume-webhooks', { back: '//evil.example' });
  expect(away.headers.get('location')).toBe('/_emulator');
});

test('a 429 comes with its reason, as often as arranged', async () => {
  await send('fault', { kind: 'status', path: '/v1/balance', status: '429', times: '1', reason: 'global-rate' });
  const limited = await ask();
  expect([limited.status, limited.headers.get('stripe-rate-limited-reason')]).toEqual([429, 'global-rate']);
  expect((await ask()).status).toBe(200);
});

test('the next payment is arranged, for one account only', async () => {
  const other = openAccount(emulator.world).id;
  await send('arrange-next-payment', { what: 'decline', detail: 'insufficient_funds', account });
  expect(await see()).toContain('1 arranged.');
  expect(charge(emulator.world, other, 900).failure).toBeNull();
  expect(charge(emulator.world, account, 900).failure).toMatchObject({ declineCode: 'insufficient_funds' });
  expect(charge(emulator.world, account, 900).failure).toBeNull();
  expect(await see()).toContain('Nothing is arranged.');
});

test('what becomes of a dispute is a button', async () => {
  const back = `/_emulator/accounts/${account}`;
  const [dispute] = emulator.world.store.all('dispute', account);
  expect(await see(`/accounts/${account}`)).toContain('>Win</button>');
  await send('move-dispute', { dispute: dispute?.id ?? '', what: 'lose', back });
  expect(await see(`/accounts/${account}`)).toContain('>Let it be appealed</button>');
});

test('Stripe wants something of an account, of any kind', async () => {
  const { id } = openAccount(emulator.world);
  const back = `/_emulator/accounts/${id}`;
  for (const [kind, field] of [
    ['now', 'individual.phone'],
    ['by_deadline', 'individual.email'],
    ['eventually', 'individual.id_number'],
    ['future', 'individual.verification.document'],
  ] as const)
    expect(
      (await send('open-requirement', { account: id, kind, field, days: '3', back })).headers.get('location'),
    ).toBe(back);
  const page = await see(`/accounts/${id}`);
  expect(page).toContain('Past due: individual.phone');
  expect(page).toMatch(/Due, [\d-]+: individual\.email/u);
  expect(page).toContain('Due eventually: individual.id_number');
  expect(page).toMatch(/Wanted in future, [\d-]+: individual\.verification\.document/u);
  await send('reach-threshold', { account: id, back });
  expect(await see(`/accounts/${id}`)).not.toContain('Due eventually');
});

test('a restricted key is made and shown', async () => {
  const made = await send('create-restricted-key', { permissions: 'rak_charge_read' });
  const [key] = /rk_test_\w+/u.exec(await made.text()) ?? [];
  expect(await see()).toContain(key);
});

test('an account shows its refunds, payouts and customers', async () => {
  const { world, control } = emulator;
  const { id } = openAccount(world);
  await fetch(`${emulator.url}/v1/customers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.secretKey}`, 'stripe-account': id },
    body: new URLSearchParams({ name: 'Ada <Byron>' }),
  });
  const { id: sold } = charge(world, id, 5000, { token: 'pm_card_bypassPending' });
  const refund = createRefund(world, { account: id, charge: sold, amount: 900 });
  control.advanceClock(8 * 86_400_000);
  const [payout] = world.store.all('payout', id);
  const page = await see(`/accounts/${id}`);
  for (const shown of [
    world.store.all('customer', id)[0]?.id ?? 'no customer',
    'Ada &lt;Byron&gt;',
    refund.id,
    payout?.id ?? 'no payout',
  ])
    expect(page).toContain(shown);
});

test('the platform shows its own ledger, fees and transfers', async () => {
  const { world } = emulator;
  const fee = charge(world, account, 5000, { applicationFeeAmount: 500 }).applicationFee;
  const { transfer } = charge(world, world.platform, 5000, {
    transfer: { destination: account, amount: null },
  });
  expect(await see()).toContain(`/_emulator/accounts/${world.platform}`);
  const page = await see(`/accounts/${world.platform}`);
  for (const shown of [fee, transfer, 'application fee', 'available']) expect(page).toContain(shown);
  expect(await see(`/accounts/${account}`)).toContain('Received transfers');
});

test('every deed can be done with JSON, and what it made is shown', async () => {
  const form = { deed: 'issue-card', params: JSON.stringify({ account, cardholder: 'Ada Byron' }) };
  const done = await fetch(`${emulator.url}/_emulator/page`, { method: 'POST', body: new URLSearchParams(form) });
  expect(await done.text()).toMatch(/<code>ic_\w+<\/code>/u);
  const page = await see();
  for (const { name } of describeDeeds()) expect(page).toContain(`<option value="${name}">`);
});

test.each([
  [{ deed: 'advance-clock', params: 'soon' }, 'The parameters are no JSON object.'],
  [{ deed: 'deauthorize', params: '{"account":"acct_guess"}' }, 'The emulator has no account acct_guess'],
])('what cannot be done is said: %j', async (form, words) => {
  const reply = await fetch(`${emulator.url}/_emulator/page`, { method: 'POST', body: new URLSearchParams(form) });
  expect([reply.status, (await reply.text()).includes(words)]).toEqual([400, true]);
});

test('requests are told of as they arrive, and the page runs no other script', async () => {
  const page = await open();
  const policy = page.headers.get('content-security-policy');
  expect(policy).toMatch(/script-src 'self'; connect-src 'self';/u);
  expect((await page.text()).match(/<script[^>]*>/gu)).toEqual(['<script defer src="/_emulator/live-requests.js">']);
  expect((await open(`/accounts/${account}`)).headers.get('content-security-policy')).not.toContain('script-src');
  const arrivals = await open('/requests/arrivals');
  expect(arrivals.headers.get('content-type')).toBe('text/event-stream');
  const reader = arrivals.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await see();
  await fetch(`${emulator.url}/v1/charges/<b>`, { headers: { 'stripe-account': account } });
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  expect(value).toMatch(/^data: <tr> .*GET \/v1\/charges\/.*<\/tr>\n\n$/u);
  expect(value).toContain(`<code>${account}</code>`);
  expect(value).not.toContain('<b>');
});

test('what is wrong is said, and nothing is done for other sites', async () => {
  const wrong = await send('advance-clock', { seconds: 'soon' });
  expect([wrong.status, (await wrong.text()).includes('Invalid integer: soon')]).toEqual([400, true]);
  const before = emulator.world.clock.nowUnix();
  const foreign = await send('advance-clock', { seconds: '604800' }, { origin: 'http://evil.example' });
  expect(foreign.status).toBe(404);
  expect(emulator.world.clock.nowUnix()).toBeLessThan(before + 1000);
});
