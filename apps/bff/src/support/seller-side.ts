import type { listSupportViews, PastSupportView, ReplyOf } from '@sellerdesk/contract';
import { appendAudit } from '../audit/index.ts';
import { cursorFromText, pageFrom, problem } from '../http/index.ts';
import type { Services } from '../services.ts';
import { countLookedAt } from './looked-at.ts';
import { findAllowed, findView, selectPastViews, type StoredPastView, updateAllowed } from './support-view-store.ts';
import { endOver, endView } from './support-views.ts';

type SellerSideParts = Pick<Services, 'database' | 'now'>;

const pageSize = 20;

/** Returns a page of who looked at a seller's pages, when, why and at what, newest first; and whether they may. */
export async function listOwnViews(
  parts: SellerSideParts,
  sellerId: string,
  after: string | undefined,
): Promise<ReplyOf<typeof listSupportViews>> {
  await endOver(parts);
  const isAllowed = await parts.database.asSeller(sellerId, findAllowed);
  return { isAllowed, ...(await pageOfViews(parts, sellerId, after)) };
}

/** Returns a page of who looked at a seller's pages, as the seller sees them. */
export async function pageOfViews(
  { database }: Pick<Services, 'database'>,
  sellerId: string,
  after: string | undefined,
): Promise<Pick<ReplyOf<typeof listSupportViews>, 'supportViews' | 'nextCursor'>> {
  const cursor = after === undefined ? undefined : cursorFromText(after);
  const found = await database.asSeller(sellerId, (sql) => selectPastViews(sql, cursor, pageSize + 1));
  const { rows, nextCursor } = pageFrom(found, pageSize, ({ startedAt, supportViewId }) => ({
    createdAt: startedAt,
    id: supportViewId,
  }));
  const ids = rows.map(({ supportViewId }) => supportViewId);
  const lookedAt = await database.asSystem((sql) => countLookedAt(sql, ids));
  return { supportViews: rows.map((row) => pastViewReply(row, lookedAt.get(row.supportViewId) ?? [])), nextCursor };
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
