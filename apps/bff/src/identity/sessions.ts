import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sql } from '../database/index.ts';
import { giveDeviceToken, giveSessionToken, readDeviceToken, readSessionToken, takeSessionBack } from './cookies.ts';
import { rememberDevice } from './device-store.ts';
import type { IdentityParts } from './identity-parts.ts';
import { createToken, hashOf } from './opaque-token.ts';
import {
  deleteSession,
  deleteSessionByHash,
  extendSession,
  findSession,
  insertSession,
  type StoredSession,
} from './session-store.ts';

const minuteMs = 60_000;
const idleMs = 30 * minuteMs;
const absoluteMs = 12 * 60 * minuteMs;

interface Beginning {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly sellerId: string;
  readonly now: Date;
  /**
   * Set for whoever comes back from another site: the browser sends neither token then. What hash its session had is known
   * from before, and its device stays as it is.
   */
  readonly cameBack?: { readonly sessionBefore: Buffer | null };
}

/**
 * Signs a seller in on this browser, inside the transaction that found them to be who they say. Always a new token, and
 * the session the browser had before is over: a token planted before signing in is worth nothing after it.
 */
export async function startSession(sql: Sql, { request, reply, sellerId, now, cameBack }: Beginning): Promise<void> {
  const before = readSessionToken(request);
  if (before !== undefined) await deleteSessionByHash(sql, hashOf(before));
  if (cameBack !== undefined && cameBack.sessionBefore !== null) await deleteSessionByHash(sql, cameBack.sessionBefore);
  const token = createToken();
  await insertSession(sql, {
    token,
    sellerId,
    createdAt: now,
    idleExpiresAt: new Date(now.getTime() + idleMs),
    expiresAt: new Date(now.getTime() + absoluteMs),
  });
  giveSessionToken(reply, token);
  if (cameBack !== undefined) return;
  const device = readDeviceToken(request) ?? createToken();
  await rememberDevice(sql, { token: device, sellerId, now });
  giveDeviceToken(reply, device);
}

/** Returns the session a request belongs to, used from now on for another half hour; nothing when it is over. */
export async function useSession(
  { database, now }: IdentityParts,
  request: FastifyRequest,
): Promise<StoredSession | undefined> {
  const token = readSessionToken(request);
  if (token === undefined) return undefined;
  return database.asSystem(async (sql) => {
    const session = await findSession(sql, token, now());
    if (session === undefined) return undefined;
    const idleExpiresAt = new Date(now().getTime() + idleMs);
    // Once a minute is enough, and spares a write on nearly every request.
    if (idleExpiresAt.getTime() - session.idleExpiresAt.getTime() > minuteMs)
      await extendSession(sql, session.sessionId, idleExpiresAt);
    return session;
  });
}

/** Ends a session: its token opens nothing from the next request on, on every instance. */
export async function endSession(
  { database }: Pick<IdentityParts, 'database'>,
  { sellerId, sessionId, reply }: { sellerId: string; sessionId: string; reply: FastifyReply },
): Promise<void> {
  await database.asSeller(sellerId, (sql) => deleteSession(sql, sessionId));
  takeSessionBack(reply);
}
