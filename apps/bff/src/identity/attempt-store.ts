import type { Sql } from '../database/index.ts';

/**
 * Adds a moment to a bucket, forgets those before `since`, and returns what is in it, the oldest first. The row stays
 * locked until the transaction ends, so attempts made at the same time are counted one after the other.
 */
export async function addAttempt(sql: Sql, bucket: string, at: Date, since: Date): Promise<readonly Date[]> {
  const [row] = await sql<{ moments: readonly Date[] }>`
    insert into recent_attempts as kept (bucket, attempted_at, updated_at) values (${bucket}, array[${at}::timestamptz], ${at})
    on conflict (bucket) do update set updated_at = excluded.updated_at, attempted_at = array(
      select moment from unnest(kept.attempted_at || excluded.attempted_at) moment
      where moment > ${since} order by moment)
    returning attempted_at as moments`;
  return row?.moments ?? [];
}

/** Takes one attempt of a moment out of a bucket. The row stays locked until the transaction ends. */
export async function removeAttempt(sql: Sql, bucket: string, at: Date): Promise<void> {
  await sql`update recent_attempts
    set attempted_at = attempted_at[:array_position(attempted_at, ${at}) - 1]
      || attempted_at[array_position(attempted_at, ${at}) + 1:]
    where bucket = ${bucket} and array_position(attempted_at, ${at}) is not null`;
}
