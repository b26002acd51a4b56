import { finishSignUp, getNewcomer, getPlatform, getSeller, signIn, signOut, signUp } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '../http/index.ts';
import { endSession, readSessionToken } from '../identity/index.ts';
import { serveOidc } from '../oidc/index.ts';
import { finishNewcomer, readNewcomer } from './newcomers.ts';
import { enterSeller } from './oidc-sign-in.ts';
import { getSellerReply, sellerReply } from './seller-reply.ts';
import type { SellersParts } from './sellers-parts.ts';
import { signInSeller } from './sign-in.ts';
import { signUpSeller } from './sign-up.ts';

/** Registers signing up, in and out, and who is signed in. */
export function registerSellers(app: FastifyInstance, parts: SellersParts): void {
  serve(app, getPlatform, () => parts.config.platform);
  serve(app, signUp, async (call) => sellerReply(parts, await signUpSeller(parts, call)));
  serve(app, signIn, async (call) => sellerReply(parts, await signInSeller(parts, call)));
  serve(app, getSeller, ({ principal }) => getSellerReply(parts, principal.subject.sellerId));
  serve(app, signOut, async ({ principal, reply }) => {
    const { actor, sessionId } = principal;
    await endSession(parts, { sellerId: actor.sellerId, sessionId, reply });
    return null;
  });

  serve(app, getNewcomer, (call) => readNewcomer(parts, call));
  serve(app, finishSignUp, async (call) => sellerReply(parts, await finishNewcomer(parts, call)));
  const { sellers: client } = parts.config.oidc;
  if (client !== undefined)
    serveOidc(app, parts, {
      side: 'sellers',
      client,
      signInPage: '/sign-in',
      sessionToken: readSessionToken,
      enter: (arrival) => enterSeller(parts, arrival),
    });
}
