import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../index.ts';
import { createAccount } from '../world/accounts.ts';
import { charge } from '../test/test-world.ts';
import type { Account } from '../world/state.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
});
afterAll(() => emulator.close());

function unfinishedAccount(): Account {
  return createAccount(emulator.world, {
    email: null,
    displayName: null,
    country: 'US',
    currency: undefined,
    dashboard: 'full',
    feesPayer: 'account',
    lossesPayer: 'stripe',
    requirementCollection: 'stripe',
    requestedCapabilities: ['transfers'],
    metadata: {},
  });
}

/** Sends money as the fixtures of the Stripe CLI do. */
async function transfer(destination: string, headers: Record<string, string>): Promise<number> {
  const reply = await fetch(`${emulator.url}/v1/transfers`, {
    method: 'POST',
    headers: { 'user-agent': 'Stripe/v1 stripe-cli/1.52.0', ...headers },
    body: new URLSearchParams({ amount: '1', currency: 'usd', destination }),
  });
  return reply.status;
}

const isOnboarded = ({ id }: Account): boolean => emulator.world.store.get('account', id).submittedUnix !== null;

test.each([
  ['no key', {}],
  ['a live key', { authorization: 'Bearer rk_live_guess' }],
  ['a key that may do something else', { authorization: 'Bearer restricted' }],
])('with %s nobody is onboarded', async (_, headers) => {
  const key = emulator.control.createRestrictedKey(['rak_charge_read']);
  const account = unfinishedAccount();
  const sent = Object.entries(headers).map(([name, value]) => [name, value.replace('restricted', key)]);
  expect([401, 403]).toContain(await transfer(account.id, Object.fromEntries(sent)));
  expect(isOnboarded(account)).toBe(false);
});

test('a fixture onboards the account that it sends money to, another client does not', async () => {
  const authorization = `Bearer ${emulator.secretKey}`;
  const account = unfinishedAccount();
  charge(emulator.world, emulator.world.platform, 5000, { token: 'pm_card_bypassPending' });
  await transfer(account.id, { authorization, 'user-agent': 'curl/8' });
  expect(isOnboarded(account)).toBe(false);
  await transfer(account.id, { authorization });
  expect(isOnboarded(account)).toBe(true);
});
