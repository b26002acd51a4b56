import type { Mode } from '../config.ts';
import type { Sql } from '../database/index.ts';
import { hashOf } from './opaque-token.ts';

/** A session that may still be used. */
export interface StoredSession {
  readonly sessionId: string;
  readonly sellerId: string;
  readonly mode: Mode;
  readonly idleExpiresAt: Date;
}

export async function insertSession(
  sql: Sql,
  session: { token: string; sellerId: string; createdAt: Date; idleExpiresAt: Date; expiresAt: Date },
): Promise<void> {
  const { token, sellerId, createdAt, idleExpiresAt, expiresAt } = session;
  await sql`insert into sessions (token_hash, seller_id, created_at, idle_expires_at, expires_at)
    values (${hashOf(token)}, ${sellerId}, ${createdAt}, ${idleExpiresAt}, ${expiresAt})`;
}

export async function findSession(sql: Sql, token: string, now: Date): Promise<StoredSession | undefined> {
  const [session] = await sql<StoredSession>`
    select session_id as "sessionId", seller_id as "sellerId", mode, idle_expires_at as "idleExpiresAt"
    from sessions join sellers using (seller_id) where token_hash = ${hashOf(token)} and idle_expires_at > ${now} and expires_at > ${now}`;
  return session;
}

/** Never beyond the session's absolute end. */
export async function extendSession(sql: Sql, sessionId: string, idleExpiresAt: Date): Promise<void> {
  await sql`update sessions set idle_expires_at = least(${idleExpiresAt}, expires_at) where session_id = ${sessionId}`;
}

export async function deleteSessionByHash(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql`delete from sessions where token_hash = ${tokenHash}`;
}

export async function deleteSession(sql: Sql, sessionId: string): Promise<void> {
  await sql`delete from sessions where session_id = ${sessionId}`;
}
