import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmptyDatabase, type EmptyDatabase } from '../test/test-database.ts';
import { migrate } from './migrate.ts';

let empty: EmptyDatabase;
let folder: string;
beforeEach(async () => {
  empty = await createEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sellerdesk-migrations-'));
  await cp(join(import.meta.dirname, 'migrations'), folder, { recursive: true });
});
afterEach(async () => {
  await empty.drop();
  await rm(folder, { recursive: true });
});

const shipped = (await readdir(join(import.meta.dirname, 'migrations'))).toSorted();

async function rowsOf(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: empty.url });
  await client.connect();
  try {
    return (await client.query<object>(text)).rows;
  } finally {
    await client.end();
  }
}

test('every migration is applied once, in order', async () => {
  expect(await migrate(empty.url)).toEqual(shipped);
  expect(await migrate(empty.url)).toEqual([]);
});

test('the numbers of migrations follow each other without a gap', () => {
  const numbers = shipped.map((name) => Number.parseInt(name, 10));
  expect(numbers).toEqual(shipped.map((_, index) => index + 1));
});

test('instances that start together apply each migration once', async () => {
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(empty.url)));
  expect(applied.flat()).toEqual(shipped);
});

test('a migration that was changed after it was applied is refused', async () => {
  await migrate(empty.url, folder);
  await writeFile(join(folder, '0001_sellers.sql'), 'select 1;');
  await expect(migrate(empty.url, folder)).rejects.toThrow('Migration 0001_sellers.sql was changed');
});

test('a server that is older than its database does not start', async () => {
  await writeFile(join(folder, '9999_newer.sql'), 'select 1;');
  await migrate(empty.url, folder);
  await expect(migrate(empty.url)).rejects.toThrow('has migration 9999_newer.sql, which this version');
});

test('a migration that fails changes nothing and says which it is; those before it stay', async () => {
  const table = `half_${randomUUID().slice(0, 8)}`;
  await writeFile(join(folder, '9999_broken.sql'), `create table ${table} (x int); select wrong;`);
  await expect(migrate(empty.url, folder)).rejects.toThrow('Migration 9999_broken.sql failed: column "wrong"');
  expect(await rowsOf(`select to_regclass('${table}') as found`)).toEqual([{ found: null }]);
  await rm(join(folder, '9999_broken.sql'));
  expect(await migrate(empty.url, folder)).toEqual([]);
});

test('a file that is no migration is not applied', async () => {
  await writeFile(join(folder, 'README.md'), 'about');
  await writeFile(join(folder, '12_short.sql'), 'select wrong;');
  expect(await migrate(empty.url, folder)).toEqual(shipped);
});
