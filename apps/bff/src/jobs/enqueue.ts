import type { Sql } from '../database/index.ts';

/** A job to be done: what, and about which thing. */
export interface Job {
  readonly name: string;
  readonly id: string;
  /** At once unless told. */
  readonly inSeconds?: number;
}

/**
 * Adds a job inside the surrounding transaction: it exists exactly when what it is about was committed. Of a name and an
 * id there is one at a time; adding it again moves it to the new moment.
 */
export async function enqueue(sql: Sql, { name, id, inSeconds = 0 }: Job): Promise<void> {
  await sql`select enqueue_job(${name}, ${id}, ${inSeconds})`;
}
