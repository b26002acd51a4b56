import type { Sql } from '../database/index.ts';
import { hashOf } from './opaque-token.ts';

/** One token serves all sellers of a browser: what is stored is made of the token and the seller. */
export function deviceHash(token: string, sellerId: string): Buffer {
  return hashOf(`${sellerId}:${token}`);
}

export async function rememberDevice(
  sql: Sql,
  { token, sellerId, now }: { token: string; sellerId: string; now: Date },
): Promise<void> {
  await sql`insert into known_devices (device_hash, seller_id, seen_at)
    values (${deviceHash(token, sellerId)}, ${sellerId}, ${now})
    on conflict (device_hash) do update set seen_at = excluded.seen_at`;
}

/** Asks the database even when the answer is known, so that the time it takes says nothing about the seller. */
export async function isKnownDevice(sql: Sql, token: string, sellerId: string): Promise<boolean> {
  const rows = await sql`select from known_devices where device_hash = ${deviceHash(token, sellerId)}`;
  return rows.length === 1;
}
