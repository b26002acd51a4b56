import type { Sql } from '../database/index.ts';
import { hashOf } from '../identity/index.ts';
import type { StoredStaff } from './staff-store.ts';

/** A set-up link that can be used, and whose it is. */
export interface StoredSetUp extends StoredStaff {
  readonly totpSecret: Buffer;
}

/** Makes a set-up link good; one that was given before is not any more. */
export async function replaceSetUp(
  sql: Sql,
  setUp: { token: string; staffId: string; totpSecret: Buffer; expiresAt: Date },
): Promise<void> {
  const { token, staffId, totpSecret, expiresAt } = setUp;
  await sql`
    insert into staff_set_ups (staff_id, token_hash, totp_secret, expires_at)
    values (${staffId}, ${hashOf(token)}, ${totpSecret}, ${expiresAt})
    on conflict (staff_id) do update set
      token_hash = excluded.token_hash, totp_secret = excluded.totp_secret, expires_at = excluded.expires_at`;
}

/** Returns what a link is for, locked until the transaction ends: two who use it at the same time take turns. */
export async function findSetUp(sql: Sql, token: string, now: Date): Promise<StoredSetUp | undefined> {
  const [setUp] = await sql<StoredSetUp>`
    select staff_id as "staffId", email, name, role, staff_set_ups.totp_secret as "totpSecret"
    from staff_set_ups join staff using (staff_id)
    where token_hash = ${hashOf(token)} and expires_at > ${now} and disabled_at is null
    for update of staff_set_ups`;
  return setUp;
}

/** Takes back whatever link somebody has. */
export async function deleteSetUp(sql: Sql, staffId: string): Promise<void> {
  await sql`delete from staff_set_ups where staff_id = ${staffId}`;
}
