import type { FastifyReply, FastifyRequest } from 'fastify';
import { isToken } from '../identity/index.ts';

const cookie = '__Host-newcomer';
const guarded = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;

/** As long as somebody may take for the one more step. */
export const newcomerMs = 30 * 60_000;

/** Returns a newcomer's token, if one that could be ours was sent. */
export function readNewcomerToken({ cookies }: FastifyRequest): string | undefined {
  const token = cookies[cookie];
  return isToken(token) ? token : undefined;
}

export function giveNewcomerToken(reply: FastifyReply, token: string): void {
  reply.setCookie(cookie, token, { ...guarded, maxAge: newcomerMs / 1000 });
}

export function takeNewcomerTokenBack(reply: FastifyReply): void {
  reply.clearCookie(cookie, guarded);
}
