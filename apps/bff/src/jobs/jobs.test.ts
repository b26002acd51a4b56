import { fastify } from 'fastify';
import { afterEach, expect, test, vi } from 'vitest';
import { type Database, openOwnerPool } from '../database/index.ts';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { createJobs, enqueue, type Jobs } from './index.ts';
import { patiently } from '../test/patiently.ts';

const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const item of open.splice(0).toReversed()) await item.close();
});

async function newDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  open.push(database);
  return database;
}

/** One instance of a server that does jobs; it works once it is ready. */
async function startInstance(database: Database, define: (jobs: Jobs) => void): Promise<{ close(): Promise<void> }> {
  const app = fastify({ logger: false });
  define(createJobs(app, database));
  await app.ready();
  open.push(app);
  return { close: () => app.close() };
}

const noting = (done: string[]) => (jobs: Jobs) => jobs.define('note', async (id) => void done.push(id));

test('a job is done soon after it was committed', async () => {
  const database = await newDatabase();
  const done: string[] = [];
  await startInstance(database, noting(done));
  await database.asSystem((sql) => enqueue(sql, { name: 'note', id: 'a' }));
  await vi.waitFor(() => expect(done).toEqual(['a']), patiently);
});

test('a job whose transaction was rolled back does not exist', async () => {
  const database = await newDatabase();
  const done: string[] = [];
  await startInstance(database, noting(done));
  const failed = database.asSystem(async (sql) => {
    await enqueue(sql, { name: 'note', id: 'never' });
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  await database.asSystem((sql) => enqueue(sql, { name: 'note', id: 'after' }));
  await vi.waitFor(() => expect(done).toEqual(['after']), patiently);
});

test('a seller’s own transaction may add a job and may not read any', async () => {
  const database = await newDatabase();
  const done: string[] = [];
  await startInstance(database, noting(done));
  const sellerId = '00000000-0000-4000-8000-000000000001';
  await database.asSeller(sellerId, (sql) => enqueue(sql, { name: 'note', id: 'mine' }));
  await vi.waitFor(() => expect(done).toEqual(['mine']), patiently);
  const peeking = database.asSeller(sellerId, (sql) => sql`select * from graphile_worker._private_jobs`);
  await expect(peeking).rejects.toThrow(/permission denied/u);
});

test('a job that fails is done again', async () => {
  const database = await newDatabase();
  let attempts = 0;
  await startInstance(database, (jobs) =>
    jobs.define('fragile', async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('not yet');
    }),
  );
  await database.asSystem((sql) => enqueue(sql, { name: 'fragile', id: 'a' }));
  await vi.waitFor(() => expect(attempts).toBe(2), patiently);
});

test('of two instances one does a job', async () => {
  const database = await newDatabase();
  const done: string[] = [];
  await startInstance(database, noting(done));
  await startInstance(database, noting(done));
  const ids = Array.from({ length: 20 }, (_, index) => String(index));
  await database.asSystem(async (sql) => {
    for (const id of ids) await enqueue(sql, { name: 'note', id });
  });
  await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(20), patiently);
  expect(done.toSorted()).toEqual(ids.toSorted());
});

test('what is to be done every minute is also done at the start', async () => {
  const done: string[] = [];
  const database = await newDatabase();
  await startInstance(database, (jobs) => jobs.everyMinute('sweep', async () => void done.push('swept')));
  expect(done).toEqual(['swept']);
});

// Several times: where the break catches the worker, asking or waiting, is a matter of milliseconds.
test.each([1, 2, 3, 4, 5])('jobs go on after PostgreSQL dropped every connection (%i)', async () => {
  const database = await newDatabase();
  const done: string[] = [];
  await startInstance(database, noting(done));
  await database.cutConnections();
  await vi.waitFor(async () => {
    await database.asSystem((sql) => enqueue(sql, { name: 'note', id: 'after' }));
    expect(done).toContain('after');
  }, patiently);
});

test('a job that ends while PostgreSQL is away ends nothing else, and jobs go on when it is back', async () => {
  const database = await newDatabase();
  const gate = Promise.withResolvers<undefined>();
  const done: string[] = [];
  const begun: string[] = [];
  await startInstance(database, (jobs) =>
    jobs.define('note', async (id) => {
      begun.push(id);
      if (id === 'during') await gate.promise;
      done.push(id);
    }),
  );
  await database.asSystem((sql) => enqueue(sql, { name: 'note', id: 'during' }));
  await vi.waitFor(() => expect(begun).toEqual(['during']), patiently);
  const name = new URL(database.url).pathname.slice(1);
  const maintenance = openOwnerPool(new URL('/postgres', database.url).href, 1);
  await maintenance.pool.query(`alter database ${name} allow_connections false`);
  await database.cutConnections();
  gate.resolve(undefined);
  await vi.waitFor(() => expect(done).toEqual(['during']), patiently);
  await maintenance.pool.query(`alter database ${name} allow_connections true`);
  await maintenance.close();
  await vi.waitFor(async () => {
    await database.asSystem((sql) => enqueue(sql, { name: 'note', id: 'after' }));
    expect(done).toContain('after');
  }, patiently);
});

test('a job that does not end does not keep the server from stopping', async () => {
  const database = await newDatabase();
  let hasBegun = false;
  const instance = await startInstance(database, (jobs) =>
    jobs.define('endless', () => {
      hasBegun = true;
      return new Promise(() => undefined);
    }),
  );
  await database.asSystem((sql) => enqueue(sql, { name: 'endless', id: 'a' }));
  await vi.waitFor(() => expect(hasBegun).toBe(true), patiently);
  const before = performance.now();
  await instance.close();
  expect(performance.now() - before).toBeLessThan(20_000);
});
