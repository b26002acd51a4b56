import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { openDatabase } from './database.ts';
import { requireMode } from './installation.ts';
import { patiently } from '../test/patiently.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('amounts beyond what a number holds come back exactly', async () => {
  const amount = 9_007_199_254_740_993n;
  const [row] = await database.asSystem((sql) => sql<{ amount: bigint }>`select ${amount}::bigint as amount`);
  expect(row?.amount).toBe(amount);
});

test('what is interpolated is a value, whatever it says', async () => {
  const text = "'; drop table sellers; --";
  const [row] = await database.asSystem((sql) => sql<{ text: string }>`select ${text}::text as text`);
  expect(row?.text).toBe(text);
});

test('work that fails leaves nothing behind, and the connection goes on', async () => {
  const failing = database.asSystem(async (sql) => {
    await sql`insert into recent_attempts values ('left behind', '{}', now())`;
    throw new Error('half way');
  });
  await expect(failing).rejects.toThrow('half way');
  expect(await database.asSystem((sql) => sql`select * from recent_attempts`)).toEqual([]);
});

test('a connection that is cut costs one request, which is told to come back', async () => {
  const cut = database.asSystem(async (sql) => {
    await database.cutConnections();
    await sql`select 1`;
  });
  await expect(cut).rejects.toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 5 } });
  expect(await database.asSystem((sql) => sql<{ one: number }>`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('after connections were cut while nobody used them everything works again', async () => {
  const askFiveTimes = () => Promise.all(Array.from({ length: 5 }, () => database.asSystem((sql) => sql`select 1`)));
  await askFiveTimes();
  await database.cutConnections();
  expect(await vi.waitFor(askFiveTimes, patiently)).toHaveLength(5);
});

test('a PostgreSQL that is not there is an outage, and a mistake of ours is not', async () => {
  const nowhere = openDatabase('postgres://owner:password@127.0.0.1:9/none');
  await expect(nowhere.asSystem((sql) => sql`select 1`)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(database.asSystem((sql) => sql`select wrong`)).rejects.toMatchObject({ code: '42703' });
  await nowhere.close();
});

test('when every connection is taken, who waits too long is told to come back', async () => {
  const narrow = openDatabase(database.url, { maxConnections: 1, waitMs: 100 });
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const holding = narrow.asSystem(() => held);
  await expect(narrow.asSystem((sql) => sql`select 1`)).rejects.toMatchObject({ code: 'unavailable' });
  release();
  await holding;
  await narrow.close();
});

test('a database belongs to test keys or to live keys for ever', async () => {
  await requireMode(database, 'test');
  await requireMode(database, 'test');
  await expect(requireMode(database, 'live')).rejects.toThrow(
    'The database belongs to test keys and STRIPE_SECRET_KEY is a live key.',
  );
});
