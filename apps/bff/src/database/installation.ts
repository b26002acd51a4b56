import type { Mode } from '../config.ts';
import type { Database } from './database.ts';

/**
 * Claims the database for test or for live keys, for ever: accounts of one world mean nothing in the other.
 *
 * @throws {Error} when it belongs to the other.
 */
export async function requireMode(database: Database, mode: Mode): Promise<void> {
  const belongsTo = await database.asSystem(async (sql) => {
    await sql`insert into installation (mode) values (${mode}) on conflict do nothing`;
    const [installation] = await sql<{ mode: Mode }>`select mode from installation`;
    return installation?.mode;
  });
  if (belongsTo !== mode)
    throw new Error(
      `The database belongs to ${belongsTo} keys and STRIPE_SECRET_KEY is a ${mode} key. Use the keys it was made with, or another database.`,
    );
}
