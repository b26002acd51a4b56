import { createAccountSession } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '../http/index.ts';
import { getSellerReply } from '../sellers/index.ts';
import type { Services } from '../services.ts';
import { createSessionFor } from './account-sessions.ts';
import { sellerComponents } from './session-components.ts';

/** Serves what a seller's pages start with: who is signed in, and a secret for the components, a new one each time. */
export function registerAccountSessions(app: FastifyInstance, services: Services): void {
  const own = { kind: 'seller', components: sellerComponents() } as const;
  serve(app, createAccountSession, async ({ principal }) => {
    const seller = await getSellerReply(services, principal.subject.sellerId);
    return { seller, accountSession: await createSessionFor(services, seller.account, own) };
  });
}
