import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { startEmulator, type Emulator } from '../src/index.ts';
import { listRequests, type Named } from '../src/test/list-requests.ts';
import { createAccountSession } from '../src/world/account-sessions.ts';
import { fill } from './fill.ts';

/**
 * Usage: `node benchmark/lists.ts [charges]`. Compares what requests cost in a small world and in a large one, in turns, and
 * with a bare route. Fails where one costs more than half as much again.
 */
const LARGE = Number(process.argv[2] ?? 1_000_000);
const SMALL = 1_000;
const ROUNDS = 40;
const MOST = 1.5;

/** Does one request; what has to come before is not timed. */
interface Subject {
  readonly before?: () => Promise<string>;
  readonly work: (prepared: string) => Promise<unknown>;
}

type Subjects = ReadonlyMap<string, Subject>;

const FRAME_QUESTIONS = [
  'payments',
  'payments/pi_copy0',
  'balances',
  'payouts',
  'payout-overview',
  'disputes',
  'payments?status=canceled',
  'documents',
];

const folder = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));
const opened: Emulator[] = [];
const bare = Fastify();
bare.get('/', () => ({ object: 'nothing' }));
try {
  const bareUrl = await bare.listen({ host: '127.0.0.1', port: 0 });
  const [small, large] = [await world(SMALL), await world(LARGE)];
  let slower = 0;
  process.stdout.write(`milliseconds of CPU among ${SMALL}, among ${LARGE}, ratio, ratio to a bare route\n`);
  for (const [name, subject] of large) {
    const other = small.get(name) ?? subject;
    const [before = 0, after = 0, nothing = 1] = await inTurns([
      other,
      subject,
      { work: async () => (await fetch(bareUrl)).json() },
    ]);
    const ratio = after / before;
    if (ratio > MOST) slower += 1;
    const figures = [before.toFixed(2), after.toFixed(2), ratio.toFixed(2), (after / nothing).toFixed(1)];
    process.stdout.write(`${[...figures, ratio > MOST ? `${name}  <--` : name].join('\t')}\n`);
  }
  process.stdout.write(`${slower} of ${large.size} cost more than ${MOST} times as much\n`);
  process.exitCode = slower > 0 ? 1 : 0;
} finally {
  await bare.close();
  for (const emulator of opened) await emulator.close();
  rmSync(folder, { recursive: true });
}

async function world(charges: number): Promise<Subjects> {
  const options = { host: '127.0.0.1', port: 0, database: join(folder, `${charges}.sqlite`) };
  const filling = await startEmulator(options);
  const start = performance.now();
  const named = await fill(filling, charges);
  // Filling holds everything up for so long that connections of before are dead: it is measured on new ones.
  await filling.close();
  const emulator = await startEmulator(options);
  opened.push(emulator);
  process.stdout.write(`${charges} charges in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return subjects(emulator, named);
}

function subjects(emulator: Emulator, named: Named): Subjects {
  const { secretKey, url, world: inside } = emulator;
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/x-www-form-urlencoded' };
  const ofAccount = { ...headers, 'stripe-account': named.account };
  const ask = (path: string, init: RequestInit = {}): Promise<unknown> =>
    answerOf(`${url}${path}`, { headers: ofAccount, ...init });
  const components = ['payments', 'payouts', 'balances', 'disputes_list', 'documents'].map((name) => [
    name,
    { enabled: true, features: { standard_payouts: true, instant_payouts: true } },
  ]);
  const { clientSecret } = createAccountSession(inside, named.account, Object.fromEntries(components));
  const asFrame = { headers: { authorization: `Bearer ${clientSecret}` } };
  const [last] = inside.store.list('charge', { account: named.account, limit: 100 }).rows.slice(-1);
  const intent = 'amount=2000&currency=usd';
  const card = '&payment_method=pm_card_visa&return_url=https://example.com';
  const post = (path: string, body: string) => ask(path, { method: 'POST', body });
  return new Map<string, Subject>([
    ...listRequests(named).map(({ name, url: path, ofAccount: own }): [string, Subject] => [
      `GET ${name}`,
      { work: () => ask(path, own ? {} : { headers }) },
    ]),
    ['GET /v1/charges, further on', { work: () => ask(`/v1/charges?starting_after=${last?.id}`) }],
    [
      'GET /v1/charges, further on in a range',
      { work: () => ask(`/v1/charges?starting_after=${last?.id}&created[lt]=${inside.clock.nowUnix()}`) },
    ],
    ['GET /v1/charges/:id', { work: () => ask('/v1/charges/ch_copy7') }],
    ['GET /v1/balance', { work: () => ask('/v1/balance') }],
    ['POST /v1/payment_intents', { work: () => post('/v1/payment_intents', intent) }],
    [
      'POST /v1/payment_intents/:id/confirm',
      {
        before: async () => idOf(await post('/v1/payment_intents', intent)),
        work: (id) => post(`/v1/payment_intents/${id}/confirm`, card),
      },
    ],
    ['POST /v1/payouts', { work: () => post('/v1/payouts', 'amount=1&currency=usd') }],
    ...FRAME_QUESTIONS.map((question): [string, Subject] => [
      `frame: ${question}`,
      { work: () => ask(`/v1.0/frame-api/${question}`, asFrame) },
    ]),
  ]);
}

async function answerOf(url: string, init: RequestInit): Promise<unknown> {
  const reply = await fetch(url, init);
  const answer: unknown = await reply.json();
  if (!reply.ok) throw new Error(`${url}: ${JSON.stringify(answer)}`);
  return answer;
}

function idOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
}

/**
 * The medians of many rounds in milliseconds of this process's own CPU, asking included: what else the machine does is not
 * counted. One after the other in each round, so that all of them have the same weather.
 */
async function inTurns(all: readonly Subject[]): Promise<readonly number[]> {
  const times = all.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, { before, work }] of all.entries()) {
      const prepared = (await before?.()) ?? '';
      const start = process.cpuUsage();
      await work(prepared);
      const { user, system } = process.cpuUsage(start);
      times[index]?.push((user + system) / 1000);
    }
  return times.map((ofOne) => ofOne.toSorted((one, other) => one - other)[ROUNDS / 2] ?? 0);
}
