import type { listSupportViews, PastSupportView, ReplyOf } from '@sellerdesk/contract';
import { appendAudit } from '../audit/index.ts';
import { problem } from '../http/index.ts';
import type { Services } from '../services.ts';
import { countLookedAt } from './looked-at.ts';
import { findAllowed, findView, selectPastViews, type StoredPastView, updateAllowed } from './support-view-store.ts';
import { endOver, endView } from './support-views.ts';

type SellerSideParts = Pick<Services, 'database' | 'now'>;

/** So many views are shown; the audit has them all. */
const shown = 100;

/** Returns who looked at a seller's pages, when, why and at what. */
export async function listOwnViews(
  parts: SellerSideParts,
  sellerId: string,
): Promise<ReplyOf<typeof listSupportViews>> {
  const { database } = parts;
  await endOver(parts);
  const { isAllowed, views } = await database.asSeller(sellerId, async (sql) => ({
    isAllowed: await findAllowed(sql),
    views: await selectPastViews(sql, shown),
  }));
  const lookedAt = await database.asSystem((sql) =>
    countLookedAt(
      sql,
      views.map(({ supportViewId }) => supportViewId),
    ),
  );
  return { isAllowed, supportViews: views.map((view) => pastViewReply(view, lookedAt.get(view.supportViewId) ?? [])) };
}

/**
 * Ends a view at the seller's word.
 *
 * @throws {Problem} `not_found` when none of theirs runs under this id.
 */
export async function endOwnView({ database, now }: SellerSideParts, sellerId: string, id: string): Promise<void> {
  await database.asSystem(async (sql) => {
    const view = await findView(sql, id, now());
    if (view?.sellerId !== sellerId) throw problem('not_found');
    await endView(sql, view, { at: now(), by: 'seller', actor: `seller:${sellerId}` });
  });
}

/** Keeps whether support may look at a seller's pages; where it may not any more, whoever looks is out. */
export async function allowViews(parts: SellerSideParts, sellerId: string, isAllowed: boolean): Promise<void> {
  const { database, now } = parts;
  await database.asSystem(async (sql) => {
    await updateAllowed(sql, sellerId, isAllowed);
    await appendAudit(sql, {
      at: now(),
      actor: `seller:${sellerId}`,
      subject: sellerId,
      supportViewId: null,
      action: isAllowed ? 'support_allowed' : 'support_declined',
      details: {},
      requestId: null,
    });
  });
  await endOver(parts);
}

function pastViewReply(view: StoredPastView, lookedAt: PastSupportView['lookedAt']): PastSupportView {
  const { startedAt, endedAt, ...rest } = view;
  return { ...rest, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, lookedAt };
}
