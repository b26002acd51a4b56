import { Agent, get } from 'node:http';
import { type Client, createAccount, createCharge, refreshAccount, signUp } from '@sellerdesk/contract';
import { type Emulator, startEmulator } from 'stripe-emulator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../../../scripts/free-port.ts';
import { type SlowLine, startSlowLine } from './stripe/test/slow-line.ts';
import { patiently } from './test/patiently.ts';
import { clientOf } from './test/process-client.ts';
import { type ServerProcess, startServerProcess } from './test/server-process.ts';
import { settingsFor } from './test/test-app.ts';
import { createTestDatabase, type TestDatabase } from './test/test-database.ts';
import { registerWebhooks } from './test/test-webhooks.ts';

let emulator: Emulator;
let database: TestDatabase;
let stripe: SlowLine;
let server: ServerProcess;

beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  database = await createTestDatabase();
  stripe = await startSlowLine(emulator.url, 0);
  const port = await freePort('127.0.0.1');
  const secrets = await registerWebhooks(emulator, `http://127.0.0.1:${port}`);
  server = await startServerProcess({
    ...settingsFor(emulator),
    ...secrets,
    STRIPE_API_BASE: stripe.url,
    PORT: String(port),
    DATABASE_URL: database.url,
    WEB_DIST: '/nowhere',
  });
  await server.ready();
});

afterAll(async () => {
  await stripe.close();
  await emulator.close();
  await database.close();
});

test('under load, and while a request and a job wait for Stripe, stopping fails nobody else and ends in order', async () => {
  const client = clientOf(server, new Map());
  const { checkoutUrl } = await waitingCharge(client);
  stripe.hold(/checkout/u);
  const customer = { email: 'cleo@example.com', name: 'Cleo' };
  emulator.control.payCheckoutSession(new URL(checkoutUrl ?? '').pathname.split('/').at(-1) ?? '', customer);
  // A job reads the session that was paid, and a request asks for a new one.
  const inFlight = charge(client).catch(() => 'cut off');
  await vi.waitFor(() => expect(new Set(stripe.held())).toEqual(new Set(['GET', 'POST'])), patiently);

  const clients = Array.from({ length: 20 }, () => keepAsking(`${server.url}/livez`));
  await vi.waitUntil(() => clients.every(({ answered }) => answered() > 5), patiently);
  server.signal('SIGTERM');
  expect((await Promise.all(clients.map(({ outcome }) => outcome))).filter((end) => end !== 'told to go')).toEqual([]);
  expect(await server.ended).toBe(0);
  await inFlight;
});

async function waitingCharge(client: Client): Promise<{ readonly checkoutUrl: string | null }> {
  const body = { email: 'ada@example.com', password: 'correct horse battery', businessName: 'Pots', country: 'GB' };
  await client(signUp, { body });
  const { stripeAccountId } = await client(createAccount, { body: {} });
  emulator.control.completeOnboarding(stripeAccountId);
  await client(refreshAccount, { body: {} });
  return charge(client);
}

const charge = (client: Client) =>
  client(createCharge, {
    body: { idempotencyKey: crypto.randomUUID(), amountMinor: 4200, currency: 'gbp', description: 'Two pots' },
  });

/** Asks again and again over one connection, as a load balancer does, until it is told that the server goes. */
function keepAsking(url: string): { readonly answered: () => number; readonly outcome: Promise<string> } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let answered = 0;
  const outcome = (async () => {
    for (;;) {
      const connection = await ask(url, agent);
      answered += 1;
      if (connection === 'close') return 'told to go';
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })().catch((error: unknown) => String(error));
  return { answered: () => answered, outcome: outcome.finally(() => agent.destroy()) };
}

function ask(url: string, agent: Agent): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (reply) => reply.resume().once('end', () => resolve(reply.headers.connection))).once(
      'error',
      reject,
    );
  });
}
