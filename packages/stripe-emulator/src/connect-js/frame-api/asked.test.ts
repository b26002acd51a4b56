import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { expireAccountSessions } from '../../world/account-sessions.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

describe('who may ask', () => {
  const everything = { payments: [], balances: [], payouts: [], disputes_list: [], notification_banner: [] };

  it.each([
    ['a secret that is over', () => expireAccountSessions(app.world)],
    ['an account that left', () => app.world.store.update('account', account.id, { deauthorized: true })],
  ])('answers 401 to %s', async (_, happen) => {
    const secret = secretFor(app.world, account.id, everything);
    expect(await ask(app, 'payments', secret)).toMatchObject({ status: 200 });
    happen();
    expect(await ask(app, 'payments', secret)).toEqual({
      status: 401,
      body: { error: { type: 'authentication_error', code: 'session_over', message: expect.any(String) } },
    });
  });

  it('answers 401 without a secret', async () => {
    expect(await ask(app, 'payments', '')).toMatchObject({ status: 401 });
  });

  it.each(['pk_test_somebody_else', 'pk_live_51abcdefghijklmnop'])('answers 401 to a page with %s', async (key) => {
    const secret = secretFor(app.world, account.id, everything);
    const own = { 'publishable-key': app.world.settings.publishableKey };
    expect(await ask(app, 'payments', secret, own)).toMatchObject({ status: 200 });
    expect(await ask(app, 'payments', secret, { 'publishable-key': key })).toMatchObject({ status: 401 });
  });

  it('ends the session when the page logs out', async () => {
    const secret = secretFor(app.world, account.id, everything);
    expect(await act(app, 'session/end', secret, {})).toMatchObject({ status: 200 });
    expect(await ask(app, 'revision', secret)).toMatchObject({ status: 401 });
  });

  it.each([
    ['payments', 'balances'],
    ['balances', 'payments'],
    ['payouts', 'payout_details'],
    ['payout-overview', 'payouts_list'],
    ['disputes', 'payments'],
    ['notices', 'payments'],
    ['authentication', 'payments'],
    ['onboarding', 'notification_banner'],
    ['management', 'account_onboarding'],
  ])('does not tell %s to a session with %s only', async (path, component) => {
    expect(await ask(app, path, secretFor(app.world, account.id, { [component]: [] }))).toMatchObject({ status: 403 });
  });

  it.each([{ origin: 'http://localhost:5173' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])(
    'does not answer another page (%j)',
    async (headers) => {
      const secret = secretFor(app.world, account.id, everything);
      expect(await ask(app, 'payments', secret, { host: '127.0.0.1:4242', ...headers })).toMatchObject({ status: 403 });
    },
  );

  it('does not show the objects of another account', async () => {
    const foreign = pay(app.world, readyAccount(app.world).id);
    const secret = secretFor(app.world, account.id, everything);
    expect(await ask(app, `payments/${foreign}`, secret)).toMatchObject({ status: 404 });
    expect(await ask(app, `payments?after=${foreign}`, secret)).toMatchObject({ status: 400 });
  });

  it('refuses an address that is none in the words frames read', async () => {
    expect(await ask(app, 'secrets', secretFor(app.world, account.id, everything))).toEqual({
      status: 404,
      body: { error: { type: 'invalid_request_error', code: 'no_such_address', message: expect.any(String) } },
    });
  });
});

it('has another revision after every change', async () => {
  const secret = secretFor(app.world, account.id, { payments: [] });
  const revision = async () => (await ask(app, 'revision', secret)).body['revision'];
  const before = await revision();
  expect(await revision()).toBe(before);
  pay(app.world, account.id);
  expect(await revision()).not.toBe(before);
});
