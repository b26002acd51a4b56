import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../database/index.ts';

/** A database of one test file's own; gone when it closes. */
export interface TestDatabase extends Database {
  /** Opens it a second time, as another instance of the server does. */
  openAgain(): Database;
}

/** Returns a new database with every migration and no rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(`create database ${name} template ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const database = openDatabase(url.href);
  return {
    ...database,
    openAgain: () => openDatabase(url.href),
    close: async () => {
      await database.close();
      await runOnServer(`drop database ${name} with (force)`);
    },
  };
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
