import type { FastifyReply, FastifyRequest } from 'fastify';

/** Who is signed in to the Dashboard. It opens nothing but these pages, where nothing can be changed. */
const NAME = 'stripe_emulator_owner';
const ATTRIBUTES = 'Path=/dashboard; HttpOnly; SameSite=Lax';

/** Tells whose owner is signed in. */
export function ownerOf({ headers }: FastifyRequest): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim().split('=', 2));
  return cookies.find(([name]) => name === NAME)?.[1];
}

/** Signs somebody in until the browser is closed. */
export function rememberOwner(reply: FastifyReply, account: string): FastifyReply {
  return reply.header('Set-Cookie', `${NAME}=${account}; ${ATTRIBUTES}`);
}

/** Signs whoever it was out. */
export function clearOwner(reply: FastifyReply): FastifyReply {
  return reply.header('Set-Cookie', `${NAME}=; ${ATTRIBUTES}; Max-Age=0`);
}
