import type { StaffRole } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import { hashOf } from '../identity/index.ts';

/** A session that may still be used. */
export interface StoredStaffSession {
  readonly sessionId: string;
  readonly staffId: string;
  readonly role: StaffRole;
  readonly secondFactorAt: Date | null;
  readonly idleExpiresAt: Date;
  readonly expiresAt: Date;
}

export async function insertStaffSession(
  sql: Sql,
  session: { token: string; staffId: string; createdAt: Date; idleExpiresAt: Date; expiresAt: Date },
): Promise<void> {
  const { token, staffId, createdAt, idleExpiresAt, expiresAt } = session;
  await sql`insert into staff_sessions (token_hash, staff_id, created_at, idle_expires_at, expires_at)
    values (${hashOf(token)}, ${staffId}, ${createdAt}, ${idleExpiresAt}, ${expiresAt})`;
}

/** Looks at the person, too: whoever is disabled has no session, however it came that theirs is still there. */
export async function findStaffSession(sql: Sql, token: string, now: Date): Promise<StoredStaffSession | undefined> {
  const [session] = await sql<StoredStaffSession>`
    select session_id as "sessionId", staff_id as "staffId", role, second_factor_at as "secondFactorAt",
      idle_expires_at as "idleExpiresAt", expires_at as "expiresAt"
    from staff_sessions join staff using (staff_id)
    where token_hash = ${hashOf(token)} and idle_expires_at > ${now} and expires_at > ${now} and disabled_at is null`;
  return session;
}

/** Never beyond the session's absolute end. */
export async function extendStaffSession(sql: Sql, sessionId: string, idleExpiresAt: Date): Promise<void> {
  await sql`
    update staff_sessions set idle_expires_at = least(${idleExpiresAt}, expires_at) where session_id = ${sessionId}`;
}

/** Says that the second factor was proven, and gives the session another token: the one before is dead. */
export async function updateProven(sql: Sql, sessionId: string, token: string, at: Date): Promise<void> {
  await sql`
    update staff_sessions set second_factor_at = ${at}, token_hash = ${hashOf(token)} where session_id = ${sessionId}`;
}

export async function deleteStaffSession(sql: Sql, sessionId: string): Promise<void> {
  await sql`delete from staff_sessions where session_id = ${sessionId}`;
}

export async function deleteStaffSessionByHash(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql`delete from staff_sessions where token_hash = ${tokenHash}`;
}

/** Ends everything somebody has open. */
export async function deleteSessionsOfStaff(sql: Sql, staffId: string): Promise<void> {
  await sql`delete from staff_sessions where staff_id = ${staffId}`;
}
