import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate, startPostgres } from '../database/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of a migrated database without rows, which every test file clones. */
    readonly templateUrl: string;
  }
}

/**
 * One PostgreSQL for the whole run: the engine of production, but what it forgets in a power cut is no loss, and nothing
 * cleans up in a database that is about to be dropped.
 */
const forgetful = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

/** Starts PostgreSQL before the first test and ends it after the last. */
export default async function startForTests({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sellerdesk-tests-'));
  const postgres = await startPostgres({ dataDir, settings: forgetful });
  await migrate(postgres.url);
  provide('templateUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
