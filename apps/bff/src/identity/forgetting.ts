import type { FastifyInstance } from 'fastify';
import type { Sql } from '../database/index.ts';
import type { IdentityParts } from './identity-parts.ts';

const hourMs = 60 * 60 * 1000;
const yearMs = 365 * 24 * hourMs;

/** Removes, once an hour, what has no effect any more: sessions that are over, old attempts, devices not seen for a year. */
export function forgetOverTime(app: FastifyInstance, { database, now }: IdentityParts): void {
  const forget = async (): Promise<void> => {
    try {
      await database.asSystem((sql) => forgetBefore(sql, now()));
    } catch (error) {
      app.log.warn({ err: error }, 'what is old could not be removed; it is tried again in an hour');
    }
  };
  const timer = setInterval(() => void forget(), hourMs).unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

/** Removes what had no effect any more at a moment. */
export async function forgetBefore(sql: Sql, now: Date): Promise<void> {
  const yearAgo = new Date(now.getTime() - yearMs);
  const hourAgo = new Date(now.getTime() - hourMs);
  await sql`delete from sessions where least(expires_at, idle_expires_at) <= ${now}`;
  await sql`delete from staff_sessions where least(expires_at, idle_expires_at) <= ${now}`;
  await sql`delete from staff_set_ups where expires_at <= ${now}`;
  await sql`delete from newcomers where expires_at <= ${now}`;
  await sql`delete from oidc_round_trips where expires_at <= ${now}`;
  await sql`delete from recent_attempts where updated_at <= ${hourAgo}`;
  await sql`delete from known_devices where seen_at <= ${yearAgo}`;
}
