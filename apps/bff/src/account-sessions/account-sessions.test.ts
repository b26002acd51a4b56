import { createAccount, createAccountSession } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeAccount } from '../accounts/test/store-account.ts';
import { startBareTestApp } from '../test/bare-test-app.ts';
import { signUpReady } from '../test/ready-seller.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { startRecordingServer } from '../stripe/test/recording-server.ts';
import { sellerComponents } from './session-components.ts';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});

afterAll(() => server.close());

test('nobody who is signed out gets a secret', async () => {
  const { client } = server.browser();
  await expect(client(createAccountSession, { body: {} })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a seller without an account, or who has told Stripe nothing, has nothing to show', async () => {
  const { client } = await server.signUp();
  expect((await client(createAccountSession, { body: {} })).accountSession).toBeNull();
  await client(createAccount, { body: {} });
  server.emulator.control.clearRequests();
  const { seller, accountSession } = await client(createAccountSession, { body: {} });
  expect(seller.account?.state).toBe('not_started');
  expect(accountSession).toBeNull();
  expect(sessionsAsked()).toBe(0);
});

test('a seller gets who they are and a new secret each time, with one call to Stripe', async () => {
  const { client, email } = await signUpReady(server);
  server.emulator.control.clearRequests();
  const [first, second] = [
    await client(createAccountSession, { body: {} }),
    await client(createAccountSession, { body: {} }),
  ];
  expect(first.seller.email).toBe(email);
  expect(first.accountSession).toMatchObject({
    kind: 'seller',
    publishableKey: server.emulator.publishableKey,
    components: Object.keys(sellerComponents()),
  });
  expect(first.accountSession?.clientSecret).not.toBe(second.accountSession?.clientSecret);
  expect(sessionsAsked()).toBe(2);
});

test('Stripe is asked for exactly the components of the table', async () => {
  const { client, stripeAccountId: account } = await signUpReady(server);
  await client(createAccountSession, { body: {} });
  const { body = '' } =
    server.emulator.control.requests().findLast(({ path }) => path === '/v1/account_sessions') ?? {};
  const sent = Object.fromEntries(new URLSearchParams(body));
  const expected = { account, ...flattened({ components: sellerComponents() }) };
  expect(sent).toEqual(expected);
});

test('the secret is in no log', async () => {
  const { client } = await signUpReady(server);
  const { accountSession } = await client(createAccountSession, { body: {} });
  expect(accountSession?.clientSecret.length).toBeGreaterThan(20);
  expect(server.log.join('')).not.toContain(accountSession?.clientSecret);
});

test('while Stripe is down it is said so, and afterwards it works', async () => {
  const { client } = await signUpReady(server);
  server.emulator.control.fault({ path: '/v1/account_sessions', kind: 'status', status: 500 });
  const refused = client(createAccountSession, { body: {} });
  await expect(refused).rejects.toMatchObject({ code: 'stripe_unavailable', problem: { retryAfterSeconds: 5 } });
  server.emulator.control.clearFaults();
  expect((await client(createAccountSession, { body: {} })).accountSession).not.toBeNull();
});

test.each([
  ['of the other mode', { livemode: true }],
  ['of another account', { account: 'acct_1Other' }],
])('a secret %s never reaches a browser', async (_, changes) => {
  const own = { account: 'acct_1Own', livemode: false, client_secret: 'accs_secret__1', expires_at: 1 };
  const stripe = await startRecordingServer({ status: 200, body: { ...own, ...changes } });
  const bare = await startBareTestApp({ env: { STRIPE_API_BASE: stripe.apiBase } });
  const { client, seller } = await bare.signUp();
  await storeAccount(bare.database, seller.sellerId, own.account);
  await expect(client(createAccountSession, { body: {} })).rejects.toMatchObject({ code: 'stripe_refused' });
  await bare.close();
  await stripe.close();
});

function sessionsAsked(): number {
  return server.emulator.control.requests().filter(({ path }) => path === '/v1/account_sessions').length;
}

/** As Stripe's forms write it: `a[b][c]`. */
function flattened(value: object, prefix = ''): Record<string, string> {
  const entries = Object.entries(value).map(([key, part]: [string, unknown]) => {
    const name = prefix === '' ? key : `${prefix}[${key}]`;
    return typeof part === 'object' && part !== null ? flattened(part, name) : { [name]: String(part) };
  });
  return Object.assign({}, ...entries);
}
