import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Client, createAccount, createCharge, listCharges, refreshAccount, signUp } from '@sellerdesk/contract';
import { type Emulator, startEmulator } from 'stripe-emulator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SlowLine, startSlowLine } from '../stripe/test/slow-line.ts';
import { clientOf } from '../test/process-client.ts';
import { type ServerProcess, startServerProcess } from '../test/server-process.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { settingsFor } from '../test/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { patiently } from '../test/patiently.ts';

vi.setConfig({ testTimeout: 90_000 });

let emulator: Emulator;
let database: TestDatabase;
let stripe: SlowLine;

beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  database = await createTestDatabase();
  stripe = await startSlowLine(emulator.url, 40);
});

afterAll(async () => {
  await database.close();
  await stripe.close();
  await emulator.close();
});

/** Before, during and after the call to Stripe, whose answers take 40 ms to arrive: most are lost, their work done. */
const killedAfterMs = [2, 15, 30, 45, 70];

test('however the server is killed while it creates charges, each is created exactly once', async () => {
  const cookies = new Map<string, string>();
  const account = await withServer(async (server) => setUp(clientOf(server, cookies)));
  const keys: string[] = [];
  for (const ms of killedAfterMs) {
    const server = await started();
    const client = clientOf(server, cookies);
    const some = Array.from({ length: 6 }, () => randomUUID());
    keys.push(...some);
    const sent = some.map((key) => charge(client, key).catch(() => undefined));
    await setTimeout(ms);
    server.signal('SIGKILL');
    await Promise.all([server.ended, ...sent]);
  }
  await database.asSystem((sql) => sql`update charges set requested_at = requested_at - interval '1 minute'`);
  await withServer(async (server) => {
    const client = clientOf(server, cookies);
    for (const key of keys) await charge(client, key);
    await vi.waitFor(async () => expect(await statesOf(client)).toEqual(keys.map(() => 'waiting')), patiently);
  });
  const sessions = await stripeAs(emulator, account).checkout.sessions.list({ limit: 100 });
  const created = sessions.data.map(({ metadata }) => metadata?.['charge_id']);
  expect(created).toHaveLength(keys.length);
  expect(new Set(created).size).toBe(keys.length);
});

async function setUp(client: Client): Promise<string> {
  const body = { email: 'ada@example.com', password: 'correct horse battery', businessName: 'Pots', country: 'GB' };
  await client(signUp, { body });
  const { stripeAccountId } = await client(createAccount, { body: {} });
  emulator.control.completeOnboarding(stripeAccountId);
  await client(refreshAccount, { body: {} });
  return stripeAccountId;
}

function charge(client: Client, idempotencyKey: string): Promise<unknown> {
  return client(createCharge, {
    body: { idempotencyKey, amountMinor: 4200, currency: 'gbp', description: 'Two pots' },
  });
}

async function statesOf(client: Client): Promise<string[]> {
  const { charges } = await client(listCharges, { querystring: { limit: '100' } });
  return charges.map(({ state }) => state);
}

async function started(): Promise<ServerProcess> {
  const settings = { ...settingsFor(emulator), STRIPE_API_BASE: stripe.url };
  const server = await startServerProcess({ ...settings, DATABASE_URL: database.url, WEB_DIST: '/nowhere' });
  await server.ready();
  return server;
}

async function withServer<T>(work: (server: ServerProcess) => Promise<T>): Promise<T> {
  const server = await started();
  try {
    return await work(server);
  } finally {
    server.signal('SIGTERM');
    await server.ended;
  }
}
