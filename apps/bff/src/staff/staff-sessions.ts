import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sql } from '../database/index.ts';
import type { StaffPrincipal } from '../http/index.ts';
import { createToken, hashOf, isToken } from '../identity/index.ts';
import { keepStaffAct } from './keep-staff-act.ts';
import type { StaffParts } from './staff-parts.ts';
import {
  deleteStaffSession,
  deleteStaffSessionByHash,
  extendStaffSession,
  findStaffSession,
  insertStaffSession,
  updateProven,
} from './staff-session-store.ts';

const cookie = '__Host-staff';
const guarded = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;

const minuteMs = 60_000;
const idleMs = 30 * minuteMs;
const absoluteMs = 8 * 60 * minuteMs;

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

interface Beginning extends Answering {
  readonly staffId: string;
  readonly now: Date;
  /** The hash of the token the browser had, where it is known from elsewhere: from another site it is not sent. */
  readonly sessionBefore?: Buffer | null;
}

/** Begins a session that owes the second factor. Always a new token, and the session the browser had before is over. */
export async function startStaffSession(
  sql: Sql,
  { request, reply, staffId, now, sessionBefore = null }: Beginning,
): Promise<void> {
  const before = readStaffToken(request);
  if (before !== undefined) await deleteStaffSessionByHash(sql, hashOf(before));
  if (sessionBefore !== null) await deleteStaffSessionByHash(sql, sessionBefore);
  const token = createToken();
  const idleExpiresAt = new Date(now.getTime() + idleMs);
  const expiresAt = new Date(now.getTime() + absoluteMs);
  await insertStaffSession(sql, { token, staffId, createdAt: now, idleExpiresAt, expiresAt });
  reply.setCookie(cookie, token, guarded);
}

/** Returns whose session a request belongs to, used from now on for another half hour; nothing when it is over. */
export async function useStaffSession(
  { database, now }: StaffParts,
  request: FastifyRequest,
): Promise<StaffPrincipal | undefined> {
  const token = readStaffToken(request);
  if (token === undefined) return undefined;
  return database.asSystem(async (sql) => {
    const session = await findStaffSession(sql, token, now());
    if (session === undefined) return undefined;
    const idleExpiresAt = new Date(now().getTime() + idleMs);
    // Once a minute is enough, and spares a write on nearly every request.
    if (idleExpiresAt.getTime() - session.idleExpiresAt.getTime() > minuteMs)
      await extendStaffSession(sql, session.sessionId, idleExpiresAt);
    return session;
  });
}

/** Says that the second factor was proven, under a new token: one that was seen before it is worth nothing after it. */
export async function keepProven(
  sql: Sql,
  { sessionId, reply, now }: { readonly sessionId: string; readonly reply: FastifyReply; readonly now: Date },
): Promise<void> {
  const token = createToken();
  await updateProven(sql, sessionId, token, now);
  reply.setCookie(cookie, token, guarded);
}

/** Ends a session: its token opens nothing from the next request on, on every instance. */
export async function endStaffSession(
  { database, now }: Pick<StaffParts, 'database' | 'now'>,
  { staffId, sessionId, request, reply }: Answering & Pick<StaffPrincipal, 'staffId' | 'sessionId'>,
): Promise<void> {
  await database.asSystem(async (sql) => {
    await deleteStaffSession(sql, sessionId);
    await keepStaffAct(sql, {
      at: now(),
      actor: `staff:${staffId}`,
      action: 'staff_signed_out',
      details: {},
      requestId: request.id,
    });
  });
  reply.clearCookie(cookie, guarded).header('clear-site-data', '"cache"');
}

/** Returns the session's token, if one that could be ours was sent. */
export function readStaffToken({ cookies }: FastifyRequest): string | undefined {
  const token = cookies[cookie];
  return isToken(token) ? token : undefined;
}
