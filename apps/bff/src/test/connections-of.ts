import { type Database, openOwnerPool } from '../database/index.ts';

/** A connection to a database and what PostgreSQL does for it. */
interface Connection {
  /** For example `idle in transaction`. */
  readonly state: string | null;
  readonly isWaitingForLock: boolean;
}

/** Returns the connections to a database but our own, seen by its owner: to the roles that work they do not show a state. */
export async function connectionsOf({ url }: Pick<Database, 'url'>): Promise<Connection[]> {
  const owner = openOwnerPool(url, 1);
  try {
    const { rows } = await owner.pool.query<Connection>(
      `select state, coalesce(wait_event_type = 'Lock', false) as "isWaitingForLock" from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rows;
  } finally {
    await owner.close();
  }
}
