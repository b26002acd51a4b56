import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningPostgres, startPostgres } from './postgres.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sellerdesk-postgres-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function rowsOf(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(text)).rows;
  } finally {
    await client.end();
  }
}

test('of five that start at once on nothing one runs, the others say why not, and it is durable', async () => {
  const starts = await Promise.allSettled(Array.from({ length: 5 }, () => startPostgres({ dataDir })));
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const refusals = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
  const [postgres] = running;
  const settings = await rowsOf(
    postgres?.url ?? '',
    `select name, setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses') order by name`,
  );
  for (const one of running) await one.stop();
  expect(running).toHaveLength(1);
  expect(refusals.filter((refusal) => !refusal.includes('another server runs on the same data'))).toEqual([]);
  expect(settings).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'synchronous_commit', setting: 'on' },
  ]);
});

test('the owner of the tables is no superuser, and nobody enters without the password', async () => {
  const postgres = await startPostgres({ dataDir });
  const roles = await rowsOf(postgres.url, `select rolsuper from pg_roles where rolname = current_user`);
  const stranger = new URL(postgres.url);
  stranger.password = 'password';
  const entering = rowsOf(stranger.href, 'select 1');
  await expect(entering).rejects.toMatchObject({ code: '28P01' });
  await postgres.stop();
  expect(roles).toEqual([{ rolsuper: false }]);
});

test('what a start that was killed half way left behind is removed', async () => {
  const other = await mkdtemp(join(tmpdir(), 'sellerdesk-postgres-'));
  const leftOver = join(other, 'postgres.unfinished-999999999');
  await writeFile(leftOver, '');
  const postgres = await startPostgres({ dataDir: other });
  await postgres.stop();
  await expect(rm(leftOver)).rejects.toMatchObject({ code: 'ENOENT' });
  await rm(other, { recursive: true });
});

test('a program beside the server finds its PostgreSQL while it runs', async () => {
  const postgres = await startPostgres({ dataDir });
  const found = await runningPostgres(dataDir);
  await postgres.stop();
  expect(found).toBe(postgres.url);
  await expect(runningPostgres(dataDir)).rejects.toThrow('No server runs on the data in');
});
