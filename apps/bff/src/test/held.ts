import { vi } from 'vitest';
import type { Sql } from '../database/index.ts';
import { connectionsOf } from './connections-of.ts';
import { patiently } from './patiently.ts';
import type { TestDatabase } from './test-database.ts';

/**
 * Does work in a transaction that stays open until something else waits for it, and returns what came of that: two who do
 * the same at the same time, in the order in which it goes wrong.
 */
export async function whileHeld<T>(
  database: TestDatabase,
  work: (sql: Sql) => Promise<unknown>,
  meanwhile: () => Promise<T>,
): Promise<T> {
  const worked = Promise.withResolvers<undefined>();
  const goOn = Promise.withResolvers<undefined>();
  const holding = database.asSystem(async (sql) => {
    await work(sql);
    worked.resolve(undefined);
    await goOn.promise;
  });
  await worked.promise;
  const result = meanwhile();
  await vi.waitFor(async () => {
    const waiting = (await connectionsOf(database)).filter(({ isWaitingForLock }) => isWaitingForLock);
    if (waiting.length === 0) throw new Error('nothing waits');
  }, patiently);
  goOn.resolve(undefined);
  await holding;
  return result;
}
