import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../database/index.ts';

/** A database of one test file's own; gone when it closes. */
export interface TestDatabase extends Database {
  /** Opens it a second time, as another instance of the server does. */
  openAgain(): Database;
  /** Ends every connection to it, as a restart of PostgreSQL does. */
  cutConnections(): Promise<void>;
}

/** Returns a new database with every migration and no rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl')).pathname.slice(1);
  const empty = await createEmptyDatabase(template);
  const { url } = empty;
  const database = openDatabase(url);
  return {
    ...database,
    openAgain: () => openDatabase(url),
    cutConnections: () =>
      runOnServer(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = '${new URL(url).pathname.slice(1)}'`),
    close: async () => {
      await database.close();
      await empty.drop();
    },
  };
}

/** A database of a test's own to be migrated. */
export interface EmptyDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Returns a new database with what its template has; nothing unless told. */
export async function createEmptyDatabase(template = 'template1'): Promise<EmptyDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(`create database ${name} template ${template}`);
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOnServer(`drop database ${name} with (force)`) };
}

/** Not from the template itself: it cannot be cloned while anybody is connected to it. */
async function runOnServer(statement: string): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
