import {
  allowSupportViews,
  createSupportAccountSession,
  endRunningSupportView,
  endSupportView,
  getSupportSeller,
  getSupportView,
  listDeliveries,
  listRunningSupportViews,
  listSellerViews,
  listSupportCharges,
  listSupportViews,
  searchSellers,
  startSupportView,
  stopSupportView,
} from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { problem, serve } from '../http/index.ts';
import type { Services } from '../services.ts';
import { getSellerReply } from '../sellers/index.ts';
import { findSellers } from './find-sellers.ts';
import { createReadOnlySession } from './read-only-session.ts';
import { readCharges, readDeliveries, readSeller, readViews } from './seller-for-staff.ts';
import { allowViews, endOwnView, listOwnViews } from './seller-side.ts';
import { findLastEndedBy, findView, findViewOf, selectViews } from './support-view-store.ts';
import { authenticateSupport, endOver, endView, startView, viewReply } from './support-views.ts';

/**
 * Registers support views and the seller's side of them. Without test keys there is nothing to look at: then nobody is let
 * look, and staff's routes are not there at all.
 */
export function registerSupport(app: FastifyInstance, services: Services): void {
  const { database, now, config } = services;
  registerSellerSide(app, services);
  if (config.stripe.access.test === undefined) {
    app.decorate('authenticateSupport', async () => {
      throw problem('support_view_over');
    });
    return;
  }
  app.decorate('authenticateSupport', authenticateSupport(app, services));
  services.jobs.everyMinute('end_support_views', () => endOver(services));

  serve(app, searchSellers, ({ principal: { staffId }, querystring: { query = '', after }, request }) =>
    findSellers(services, { staffId, query, after, requestId: request.id }),
  );
  registerConsole(app, services);
  serve(app, startSupportView, async (call) => viewReply(await startView(services, call)));
  serve(app, getSupportView, async ({ principal: { staffId } }) => {
    return database.asSystem(async (sql) => {
      const view = await findViewOf(sql, staffId, now());
      if (view !== undefined) return { supportView: viewReply(view), lastEndedBy: null };
      return { supportView: null, lastEndedBy: await findLastEndedBy(sql, staffId, now()) };
    });
  });
  serve(app, stopSupportView, async ({ principal: { staffId }, reply }) => {
    await database.asSystem(async (sql) => {
      const view = await findViewOf(sql, staffId, now());
      if (view !== undefined) await endView(sql, view, { at: now(), by: 'staff' });
    });
    // Nothing of the seller's stays in a cache of this browser.
    reply.header('clear-site-data', '"cache"');
    return null;
  });
  serve(app, listRunningSupportViews, async () => {
    const views = await database.asSystem((sql) => selectViews(sql, now()));
    return { supportViews: views.map((view) => viewReply(view)) };
  });
  serve(app, endRunningSupportView, async ({ principal: { staffId, role }, params }) => {
    if (role !== 'admin') throw problem('admins_only');
    await database.asSystem(async (sql) => {
      const view = await findView(sql, params.supportViewId, now());
      if (view === undefined) throw problem('not_found');
      await endView(sql, view, { at: now(), by: 'admin', actor: `staff:${staffId}` });
    });
    return null;
  });
  serve(app, createSupportAccountSession, async ({ principal: { actor, subject } }) => {
    const seller = await getSellerReply(services, subject.sellerId);
    return { seller, accountSession: await createReadOnlySession(services, actor.supportViewId, seller.account) };
  });
}

/** What staff read of a seller without looking at their pages. */
function registerConsole(app: FastifyInstance, services: Services): void {
  serve(app, getSupportSeller, ({ principal: { staffId }, params: { sellerId }, request }) =>
    readSeller(services, { staffId, sellerId, operation: 'getSupportSeller', requestId: request.id }),
  );
  serve(app, listSupportCharges, ({ principal: { staffId }, params: { sellerId }, querystring: { after }, request }) =>
    readCharges(services, { staffId, sellerId, operation: 'listSupportCharges', requestId: request.id, after }),
  );
  serve(app, listDeliveries, ({ principal: { staffId }, params: { sellerId }, querystring: { after }, request }) =>
    readDeliveries(services, { staffId, sellerId, operation: 'listDeliveries', requestId: request.id, after }),
  );
  serve(app, listSellerViews, ({ principal: { staffId }, params: { sellerId }, querystring: { after }, request }) =>
    readViews(services, { staffId, sellerId, operation: 'listSellerViews', requestId: request.id, after }),
  );
}

function registerSellerSide(app: FastifyInstance, services: Services): void {
  serve(app, listSupportViews, ({ principal, querystring: { after } }) =>
    listOwnViews(services, principal.subject.sellerId, after),
  );
  serve(app, endSupportView, async ({ principal, params }) => {
    await endOwnView(services, principal.subject.sellerId, params.supportViewId);
    return null;
  });
  serve(app, allowSupportViews, async ({ principal, body }) => {
    await allowViews(services, principal.subject.sellerId, body.isAllowed);
    return null;
  });
}
