import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../index.ts';
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

const see = async (path = ''): Promise<string> => (await fetch(`${emulator.url}/_emulator${path}`)).text();
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
  expect((await fetch(`${emulator.url}/_emulator/accounts/acct_guess`)).status).toBe(404);
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
  const away = await send('webhooks', { back: '//evil.example' });
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
  await send('next-payment', { what: 'decline', detail: 'insufficient_funds', account });
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
  await send('create-restricted-key', { permissions: 'rak_charge_read' });
  expect(await see()).toMatch(/rk_test_\w+/u);
});

test('what is wrong is said, and nothing is done for other sites', async () => {
  const wrong = await send('advance-clock', { seconds: 'soon' });
  expect([wrong.status, (await wrong.text()).includes('Invalid integer: soon')]).toEqual([400, true]);
  const before = emulator.world.clock.nowUnix();
  const foreign = await send('advance-clock', { seconds: '604800' }, { origin: 'http://evil.example' });
  expect(foreign.status).toBe(404);
  expect(emulator.world.clock.nowUnix()).toBeLessThan(before + 1000);
});
