import type { FastifyReply, FastifyRequest } from 'fastify';
import { isToken } from './opaque-token.ts';

/** `__Host-`: set by this host alone, over https or on this machine, for all of its paths. */
const names = { session: '__Host-session', device: '__Host-device' } as const;

const guarded = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;
const oneYearSeconds = 365 * 24 * 60 * 60;

/** Returns the session's token, if one that could be ours was sent. */
export function readSessionToken({ cookies }: FastifyRequest): string | undefined {
  const token = cookies[names.session];
  return isToken(token) ? token : undefined;
}

/** Returns the device's token, if one that could be ours was sent. */
export function readDeviceToken({ cookies }: FastifyRequest): string | undefined {
  const token = cookies[names.device];
  return isToken(token) ? token : undefined;
}

/** Gives the browser its session's token, until it is closed. */
export function giveSessionToken(reply: FastifyReply, token: string): void {
  reply.setCookie(names.session, token, guarded);
}

/** Gives the browser its device's token, for a year. */
export function giveDeviceToken(reply: FastifyReply, token: string): void {
  reply.setCookie(names.device, token, { ...guarded, maxAge: oneYearSeconds });
}

/** Takes the session's token back, and what pages stored with it; the device stays known. */
export function takeSessionBack(reply: FastifyReply): void {
  reply.clearCookie(names.session, guarded).header('clear-site-data', '"cache", "storage"');
}
