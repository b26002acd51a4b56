/**
 * How long the console's reads take with a thousand sellers and with a million: `node apps/bff/benchmark/find-sellers.ts
 * [sellers]`. It makes its own database in a folder for the time being, takes some minutes, and ends by itself.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase, openOwnerPool, startPostgres } from '../src/database/index.ts';
import { consoleReads, readAsSeller, sevensId } from '../src/support/test/console-reads.ts';
import { analyze, fillSellers } from '../src/support/test/fill-sellers.ts';

const few = 1000;
const many = Number(process.argv[2] ?? 1_000_000);
const runs = 200;

const dataDir = await mkdtemp(join(tmpdir(), 'sellerdesk-benchmark-'));
const postgres = await startPostgres({ dataDir });
await migrate(postgres.url);
const opened = openDatabase(postgres.url, { maxConnections: 1 });
const owner = openOwnerPool(postgres.url, 1);
try {
  await fillSellers(owner.pool, 0, few);
  await analyze(owner.pool);
  // Once for nothing: what runs for the first time is slow for other reasons.
  await measured(opened);
  const withFew = await measured(opened);
  for (let from = few; from < many; from += 100_000)
    await fillSellers(owner.pool, from, Math.min(from + 100_000, many));
  await analyze(owner.pool);
  const withMany = await measured(opened);
  process.stdout.write(`Median of ${runs} runs, in milliseconds, with ${few} and with ${many} sellers\n`);
  for (const what of Object.keys(consoleReads)) {
    const [before, after] = [withFew.get(what) ?? 0, withMany.get(what) ?? 0];
    const figures = [before.toFixed(2), after.toFixed(2), (after / before).toFixed(2)];
    process.stdout.write(`${what.padEnd(42)}${figures.map((figure) => figure.padStart(9)).join('')}\n`);
  }
} finally {
  await owner.close();
  await opened.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true });
}

/** The median of each read, in milliseconds, its transaction included. */
async function measured(database: Database): Promise<ReadonlyMap<string, number>> {
  const medians = new Map<string, number>();
  for (const [what, read] of Object.entries(consoleReads)) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      await (readAsSeller.has(what) ? database.asSeller(sevensId, read) : database.asSystem(read));
      times.push(performance.now() - start);
    }
    medians.set(what, times.toSorted((a, b) => a - b)[runs / 2] ?? 0);
  }
  return medians;
}
