import { getPlatform, getSeller, signIn, signOut, signUp } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '../http/index.ts';
import { endSession } from '../identity/index.ts';
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
}
