import { createDashboardLink } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { getAccountOf } from '../accounts/index.ts';
import { problem } from '../http/problem.ts';
import { serve } from '../http/serve.ts';
import type { Services } from '../services.ts';

const whyNot = {
  full: 'Your Stripe Dashboard opens directly; no link has to be made for it.',
  none: 'There is no Stripe Dashboard for your account: everything is here.',
} as const;

/** Serves links into the Express Dashboard: they work once and briefly, so one is made on each click. */
export function registerDashboardLinks(app: FastifyInstance, services: Services): void {
  serve(app, createDashboardLink, async ({ principal }) => {
    const account = await getAccountOf(services, principal.subject.sellerId);
    const { dashboardType } = account;
    if (dashboardType !== 'express') throw problem('no_express_dashboard', { detail: whyNot[dashboardType] });
    const { url } = await services.stripe.scopedTo(account).createLoginLink();
    return { url };
  });
}
