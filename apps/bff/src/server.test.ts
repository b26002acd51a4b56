import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Seller, signIn, signUp } from '@sellerdesk/contract';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type ServerProcess, startServerProcess } from './test/server-process.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let dataDir: string;
const processes: ServerProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sellerdesk-server-'));
});

afterEach(async () => {
  for (const started of processes.splice(0)) {
    started.signal('SIGTERM');
    await started.ended;
  }
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const started = await startServerProcess({ DATA_DIR: dataDir, ...env });
  processes.push(started);
  return started;
}

async function startReady(env?: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const started = await start(env);
  await started.ready();
  return started;
}

const clientOf = ({ url }: ServerProcess) =>
  createClient(async ({ url: path, headers, ...request }) => {
    const reply = await fetch(url + path, { ...request, headers: { ...headers, connection: 'close' } });
    return { status: reply.status, body: await reply.text() };
  });

let sellers = 0;
async function signUpSomebody(server: ServerProcess): Promise<Seller> {
  sellers += 1;
  const body = { email: `seller${sellers}@example.com`, password, businessName: 'Pots', country: 'GB' };
  return clientOf(server)(signUp, { body });
}
const signInAgain = (server: ServerProcess, { email }: Seller): Promise<Seller> =>
  clientOf(server)(signIn, { body: { email, password } });
const password = 'correct horse battery';
const postmasterLock = (): string => join(dataDir, 'postgres/postmaster.pid');
const postmasterPid = (): number => Number.parseInt(readFileSync(postmasterLock(), 'utf8'), 10);

test('two servers that start at once on nothing: one runs, the other says why not', async () => {
  const both = [await start(), await start()];
  const outcomes = await Promise.allSettled(both.map((server) => server.ready()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const loser = both[outcomes.findIndex(({ status }) => status === 'rejected')];
  expect(loser?.errors()).toContain('another server runs on the same data');
});

test('it ends when asked to, and the next one has everything', async () => {
  const first = await startReady();
  const seller = await signUpSomebody(first);
  first.signal('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(existsSync(postmasterLock())).toBe(false);
  expect(await signInAgain(await startReady(), seller)).toEqual(seller);
});

test('a server that is killed takes its PostgreSQL with it, and the next one has everything', async () => {
  const first = await startReady();
  const seller = await signUpSomebody(first);
  first.signal('SIGKILL');
  await first.ended;
  expect(await signInAgain(await startReady(), seller)).toEqual(seller);
});

test('after both are killed at once the next one recovers everything', async () => {
  const first = await startReady();
  const seller = await signUpSomebody(first);
  process.kill(postmasterPid(), 'SIGKILL');
  first.signal('SIGKILL');
  await first.ended;
  expect(await signInAgain(await startReady(), seller)).toEqual(seller);
});

test('a lock whose process number now belongs to another program is no hindrance', async () => {
  const first = await startReady();
  first.signal('SIGTERM');
  await first.ended;
  await writeFile(postmasterLock(), `${process.pid}\n${join(dataDir, 'postgres')}\n`);
  await startReady();
  expect(postmasterPid()).not.toBe(process.pid);
});

test('a second server on the same data is refused with a sentence, and the first goes on', async () => {
  const first = await startReady();
  const seller = await signUpSomebody(first);
  const second = await start();
  expect(await second.ended).toBe(1);
  expect(second.errors()).toBe(
    `${join(dataDir, 'postgres')} is in use by another PostgreSQL (process ${postmasterPid()}): another server runs on the same data. Stop that one, or set DATA_DIR to another folder.\n`,
  );
  expect(await signInAgain(first, seller)).toEqual(seller);
});

test('when PostgreSQL dies the server says so and ends, to be started again', async () => {
  const server = await startReady();
  process.kill(postmasterPid(), 'SIGKILL');
  expect(await server.ended).toBe(1);
  expect(server.errors()).toContain('PostgreSQL ended by itself');
});

test('data of another PostgreSQL are left alone, and said in words', async () => {
  const folder = join(dataDir, 'other/postgres');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'PG_VERSION'), '12\n');
  const server = await start({ DATA_DIR: join(dataDir, 'other') });
  expect(await server.ended).toBe(1);
  expect(server.errors()).toBe(
    `${folder} holds no data of this server. Move it away, or set DATA_DIR to another folder.\n`,
  );
});

test('data of an older PostgreSQL are left alone, with what PostgreSQL says about them', async () => {
  const version = join(dataDir, 'postgres/PG_VERSION');
  const before = await readFile(version, 'utf8');
  await writeFile(version, '12\n');
  const server = await start();
  expect(await server.ended).toBe(1);
  await writeFile(version, before);
  expect(server.errors()).toContain(`PostgreSQL did not start with the data in ${join(dataDir, 'postgres')}. Move`);
  expect(server.errors()).toContain('initialized by PostgreSQL version 12');
});

test('a port in use is said in words', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => {
    holder.listen(0, '127.0.0.1', resolve);
  });
  const address = holder.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const server = await start({ PORT: String(port) });
  expect(await server.ended).toBe(1);
  expect(server.errors()).toBe(`Port ${port} is in use by another program. Stop it, or set PORT to another number.\n`);
  holder.close();
});

test('settings that cannot be used are named one a line, without repeating what they are', async () => {
  const server = await start({
    STRIPE_SECRET_KEY: 'pk_test_oops_canary',
    STRIPE_PUBLISHABLE_KEY: '',
    PORT: 'eighty',
  });
  expect(await server.ended).toBe(1);
  expect(server.errors().split('\n')).toEqual([
    'The settings cannot be used:',
    'PORT must be a port number, 0 for any',
    'STRIPE_SECRET_KEY must be a secret or restricted key: sk_test_…, rk_test_…, sk_live_… or rk_live_…',
    'STRIPE_PUBLISHABLE_KEY is not set; it must be a publishable key: pk_test_… or pk_live_…',
    '',
  ]);
});

test('a PostgreSQL that does not answer is said in words', async () => {
  const server = await start({ DATABASE_URL: 'postgres://owner:password@127.0.0.1:9/none' });
  expect(await server.ended).toBe(1);
  expect(server.errors()).toBe('PostgreSQL does not answer at 127.0.0.1:9: see DATABASE_URL.\n');
});
