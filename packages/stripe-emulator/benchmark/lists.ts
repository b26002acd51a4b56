import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { startEmulator, type Emulator } from '../src/index.ts';

/** Usage: `node benchmark/lists.ts [charges]`. Compares what requests cost in a small world and in a large one. */
const LARGE = Number(process.argv[2] ?? 1_000_000);
const SMALL = 1_000;
const ROUNDS = 300;

type Ask = (path: string, init?: RequestInit) => Promise<{ readonly data?: readonly { readonly id: string }[] }>;

const folder = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));
try {
  // The first run warms the machine up, or the world that is measured first would seem the slower one.
  await measure(SMALL, 'warm-up');
  const [small, large] = [await measure(SMALL), await measure(LARGE)];
  const bare = await bareRoute();
  for (const [name, ms] of Object.entries(large)) {
    const before = small[name] ?? 0;
    const line = [name, before.toFixed(3), ms.toFixed(3), (ms / before).toFixed(2), (ms / bare).toFixed(1)];
    process.stdout.write(`${line.join('\t')}\n`);
  }
  process.stdout.write(
    `milliseconds among ${SMALL}, among ${LARGE}, ratio, ratio to a bare route (${bare.toFixed(3)})\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(charges: number, name = String(charges)): Promise<Readonly<Record<string, number>>> {
  const emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: join(folder, `${name}.sqlite`) });
  try {
    return await measureIn(emulator, charges);
  } finally {
    await emulator.close();
  }
}

async function measureIn(emulator: Emulator, charges: number): Promise<Readonly<Record<string, number>>> {
  const headers = {
    authorization: `Bearer ${emulator.secretKey}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const ask: Ask = async (path, init = {}) => {
    const response = await fetch(`${emulator.url}${path}`, { headers, ...init });
    // Only lists are looked into, and only at their ids.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return (await response.json()) as Awaited<ReturnType<Ask>>;
  };
  const body = 'amount=2000&currency=usd';
  const card = '&confirm=true&payment_method=pm_card_visa&return_url=https://example.com';
  await ask('/v1/payment_intents', { method: 'POST', body: body + card });
  fill(emulator, charges);
  const { data = [] } = await ask('/v1/charges?limit=100');
  const some = data.at(0);
  const last = data.at(-1);
  return {
    'GET /v1/charges': await timed(() => ask('/v1/charges?limit=10')),
    'GET /v1/charges, further on': await timed(() => ask(`/v1/charges?limit=10&starting_after=${last?.id}`)),
    'GET /v1/charges?payment_intent': await timed(() => ask('/v1/charges?payment_intent=pi_7')),
    'GET /v1/charges/:id': await timed(() => ask(`/v1/charges/${some?.id}`)),
    'POST /v1/payment_intents': await timed(() => ask('/v1/payment_intents', { method: 'POST', body })),
  };
}

/** Copies the one charge there is, under ids of their own. */
function fill({ world }: Emulator, charges: number): void {
  const [charge] = world.store.all('charge', world.platform);
  if (charge === undefined) throw new Error('There is no charge to copy');
  world.store.transaction(() => {
    for (let number = 0; number < charges; number += 1)
      world.store.insert('charge', { ...charge, id: `ch_${number}`, paymentIntent: `pi_${number}` });
  });
}

async function bareRoute(): Promise<number> {
  const server = Fastify();
  server.get('/', () => ({ object: 'nothing' }));
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const cost = await timed(async () => (await fetch(url)).json());
  await server.close();
  return cost;
}

/** The median of many rounds, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((one, other) => one - other)[ROUNDS / 2] ?? 0;
}
