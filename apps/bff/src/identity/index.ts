import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { forgetOverTime } from './forgetting.ts';
import type { IdentityParts } from './identity-parts.ts';
import { useSession } from './sessions.ts';

export {
  countAttempt,
  evaluated,
  limitsOfGuessing,
  limitsOfKnownDevice,
  limitsOfRoundTrips,
  limitsOfSigningUp,
  takeAttemptBack,
} from './attempts.ts';
export type { Attempt } from './attempts.ts';
export { isCommonPassword } from './common-passwords.ts';
export { readDeviceToken, readSessionToken } from './cookies.ts';
export { isKnownDevice } from './device-store.ts';
export { createToken, hashOf, isToken } from './opaque-token.ts';
export { hashPassword, isPassword } from './password.ts';
export { endSession, startSession } from './sessions.ts';

/** Lets the server find out who is calling: from the session in the cookie, on every request anew, and from nothing else. */
export async function registerIdentity(app: FastifyInstance, parts: IdentityParts): Promise<void> {
  await app.register(fastifyCookie);
  app.decorateRequest('principal', null);
  app.decorate('authenticate', async (request) => {
    const session = await useSession(parts, request);
    if (session === undefined) return undefined;
    const self = { sellerId: session.sellerId };
    return { actor: self, subject: self, mode: session.mode, sessionId: session.sessionId };
  });
  forgetOverTime(app, parts);
}
