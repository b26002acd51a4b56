import { expect, vi } from 'vitest';
import type { Database } from '../database/index.ts';
import { patiently } from './patiently.ts';

/** Waits until every event that came is applied or kept apart. */
export async function eventsSettled(database: Database): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await database.asSystem(
      (sql) => sql`select 1 from webhook_events where applied_at is null and quarantine is null`,
    );
    expect(waiting).toEqual([]);
  }, patiently);
}
