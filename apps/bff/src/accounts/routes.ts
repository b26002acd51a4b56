import { createAccount, createOnboardingLink, refreshAccount } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '../http/serve.ts';
import type { Services } from '../services.ts';
import { registerAccountJobs } from './account-jobs.ts';
import { accountReply } from './account-reply.ts';
import {
  createAccountOf,
  createOnboardingLinkFor,
  getAccountOf,
  refreshAccount as refreshStoredAccount,
} from './accounts.ts';

/** Serves what a seller does with their account, and reads again what Stripe announces nothing of. */
export function registerAccounts(app: FastifyInstance, services: Services): void {
  const { config } = services;
  registerAccountJobs(services);

  serve(app, createAccount, async ({ principal }) =>
    accountReply(await createAccountOf(services, principal.subject.sellerId), config),
  );

  serve(app, refreshAccount, async ({ principal }) => {
    const { sellerId } = principal.subject;
    await refreshStoredAccount(services, await getAccountOf(services, sellerId));
    return accountReply(await getAccountOf(services, sellerId), config);
  });

  serve(app, createOnboardingLink, async ({ principal }) => {
    const account = await getAccountOf(services, principal.subject.sellerId);
    const { url, expiresAt } = await createOnboardingLinkFor(services, account);
    return { url, expiresAt: expiresAt.toISOString() };
  });
}
