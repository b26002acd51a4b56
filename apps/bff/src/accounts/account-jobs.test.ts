import { getSeller } from '@sellerdesk/contract';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { eventsSettled } from '../test/events-settled.ts';
import { patiently } from '../test/patiently.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { refreshForgottenAccounts } from './account-jobs.ts';

let server: TestApp;
let seller: ReadySeller;

beforeAll(async () => {
  server = await startTestApp();
  seller = await signUpReady(server);
  await server.emulator.control.deliveriesSettled();
  await eventsSettled(server.database);
});

afterEach(() => {
  server.emulator.control.clearFaults();
  server.emulator.control.clearRequests();
});

afterAll(() => server.close());

const stateOf = async (): Promise<string | undefined> => (await seller.client(getSeller, {})).account?.state;
const refreshIn = (minutes: number): Promise<void> =>
  refreshForgottenAccounts({ database: server.database, now: () => new Date(Date.now() + minutes * 60_000) });
const readings = (): number =>
  server.emulator.control.requests().filter(({ path }) => path === `/v2/core/accounts/${seller.stripeAccountId}`)
    .length;

test('an account whose changes were never announced is as Stripe has it within the hour', async () => {
  server.emulator.control.pauseWebhooks();
  server.emulator.control.setAccountState(seller.stripeAccountId, 'restricted');
  await refreshIn(59);
  expect(await stateOf()).toBe('ready');
  await refreshIn(61);
  await vi.waitFor(async () => expect(await stateOf()).toBe('restricted'), patiently);
});

test('an account that could not be read is read again after another hour, and not before', async () => {
  server.emulator.control.fault({ path: /^\/v2\/core\/accounts\//u, kind: 'status', status: 503 });
  await refreshIn(180);
  await vi.waitFor(() => expect(readings()).toBeGreaterThan(0), patiently);
  server.emulator.control.clearFaults();
  server.emulator.control.setAccountState(seller.stripeAccountId, 'ready');
  await refreshIn(239);
  expect(await stateOf()).toBe('restricted');
  await refreshIn(241);
  await vi.waitFor(async () => expect(await stateOf()).toBe('ready'), patiently);
});
