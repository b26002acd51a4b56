import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedUp } from '../test/bare-test-app.ts';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';

let server: BareTestApp;
let own: SignedUp;
let other: SignedUp;
beforeAll(async () => {
  server = await startBareTestApp();
  [own, other] = [await server.signUp(), await server.signUp()];
});
afterAll(() => server.close());

/** Every table that says whose a row is, those of words not written yet included. */
async function tablesOfSellers(): Promise<string[]> {
  const rows = await server.database.asSystem(
    (sql) => sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'seller_id' order by table_name`,
  );
  return rows.map(({ name }) => name);
}

test('every table with rows of sellers has row security, and no view goes around it', async () => {
  const rows = await server.database.asSystem(
    (sql) => sql<{ name: string; kind: string; isSecured: boolean }>`
      select relname as name, relkind as kind, relrowsecurity as "isSecured"
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
  );
  const secured = new Set(rows.filter(({ isSecured }) => isSecured).map(({ name }) => name));
  const tables = await tablesOfSellers();
  expect(tables).toEqual(expect.arrayContaining(['sellers', 'sessions', 'known_devices']));
  expect(tables.filter((name) => !secured.has(name))).toEqual([]);
  expect(rows.filter(({ kind }) => kind === 'v' || kind === 'm')).toEqual([]);
});

test('a seller sees their own row and no other', async () => {
  const { sellerId } = own.seller;
  const rows = await server.database.asSeller(
    sellerId,
    (sql) => sql<{ id: string }>`select seller_id as id from sellers`,
  );
  expect(rows).toEqual([{ id: sellerId }]);
});

test('a seller cannot ask for, change or remove what is another’s', async () => {
  const { sellerId } = own.seller;
  const foreign = other.seller.sellerId;
  const read = await server.database.asSeller(
    sellerId,
    (sql) => sql`select seller_id from sessions where seller_id = ${foreign}`,
  );
  const removed = await server.database.asSeller(
    sellerId,
    (sql) => sql`delete from sessions where seller_id = ${foreign} returning session_id`,
  );
  expect([read, removed]).toEqual([[], []]);
});

test.each([
  ['a password hash', 'select password_hash from sellers'],
  ['a session’s hash', 'select token_hash from sessions'],
  ['the attempts', 'select * from recent_attempts'],
  ['the devices', 'select * from known_devices'],
])('a seller cannot read %s', async (_, text) => {
  const reading = server.database.asSeller(own.seller.sellerId, (sql) => sql(Object.assign([text], { raw: [text] })));
  await expect(reading).rejects.toMatchObject({ code: '42501' });
});

test.each([
  'create table more (x int)',
  'alter table sellers add column x int',
  'drop table sellers',
  'truncate sellers',
])('neither role can: %s', async (text) => {
  const statement = Object.assign([text], { raw: [text] });
  const { sellerId } = own.seller;
  await expect(server.database.asSeller(sellerId, (sql) => sql(statement))).rejects.toMatchObject({ code: '42501' });
  await expect(server.database.asSystem((sql) => sql(statement))).rejects.toMatchObject({ code: '42501' });
});

test('who a transaction runs for is forgotten with it', async () => {
  await server.database.asSeller(own.seller.sellerId, (sql) => sql`select 1`);
  const [row] = await server.database.asSystem((sql) => sql<{ id: string | null }>`select current_seller_id() as id`);
  expect(row?.id).toBeNull();
});

test('a hundred transactions of two sellers at once never mix', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? own : other).seller.sellerId);
  const seen = await Promise.all(
    ids.map((id) => server.database.asSeller(id, (sql) => sql<{ id: string }>`select seller_id as id from sellers`)),
  );
  expect(seen).toEqual(ids.map((id) => [{ id }]));
});

test('what is no seller id never reaches PostgreSQL', async () => {
  const call = server.database.asSeller("x'; drop table sellers; --", (sql) => sql`select 1`);
  await expect(call).rejects.toThrow(TypeError);
});
