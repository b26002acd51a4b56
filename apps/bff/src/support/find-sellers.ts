import type { FoundSeller, ReplyOf, searchSellers } from '@sellerdesk/contract';
import { appendAudit } from '../audit/index.ts';
import type { Sql } from '../database/index.ts';
import { cursorFromText, textFromCursor } from '../http/index.ts';
import type { Services } from '../services.ts';
import { type FoundRow, findSellersOfObject, selectSellers } from './found-seller-store.ts';

const pageSize = 20;

/** Whatever Stripe gives an id looks like this: `acct_…`, `pi_…`, `po_…`. */
const stripesId = /^[a-z]{2,8}_\w{6,}$/u;

interface Search {
  readonly staffId: string;
  readonly query: string;
  readonly after: string | undefined;
  readonly requestId: string;
}

/** Returns a page of sellers that fit what staff look for, newest first; who looked for what is in the audit. */
export async function findSellers(
  { database, now, config }: Pick<Services, 'config' | 'database' | 'now'>,
  { staffId, query, after, requestId }: Search,
): Promise<ReplyOf<typeof searchSellers>> {
  const cursor = after === undefined ? undefined : cursorFromText(after);
  const wanted = query.trim();
  const found = await database.asSystem(async (sql) => {
    const rows = await pageOf(sql, wanted, cursor);
    await appendAudit(sql, {
      at: now(),
      actor: `staff:${staffId}`,
      subject: null,
      supportViewId: null,
      action: 'sellers_searched',
      details: { query: wanted },
      requestId,
    });
    return rows;
  });
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  const next = last && found.length > pageSize ? { createdAt: last.createdAt, id: last.sellerId } : undefined;
  return {
    sellers: rows.map((row) => sellerFrom(row, config.stripe.dashboardUrl)),
    nextCursor: next ? textFromCursor(next) : null,
  };
}

/** One more than a page shows, to know whether there are more. */
function pageOf(sql: Sql, wanted: string, after: ReturnType<typeof cursorFromText> | undefined): Promise<FoundRow[]> {
  if (stripesId.test(wanted)) return findSellersOfObject(sql, wanted);
  return selectSellers(sql, { beginning: wanted.toLowerCase(), after, limit: pageSize + 1 });
}

function sellerFrom({ stripeAccountId, state, mode, ...seller }: FoundRow, dashboardUrl: string): FoundSeller {
  const { sellerId, businessName, email, country, createdAt, supportAllowed } = seller;
  const hasAccount = stripeAccountId !== null && state !== null && mode !== null;
  return {
    sellerId,
    businessName,
    email,
    country,
    createdAt: createdAt.toISOString(),
    supportAllowed,
    account: hasAccount
      ? { stripeAccountId, state, mode, dashboardUrl: platformViewOf(stripeAccountId, mode, dashboardUrl) }
      : null,
  };
}

/** Stripe publishes no form of this address; it is the one its own Dashboard has. */
function platformViewOf(stripeAccountId: string, mode: 'test' | 'live', dashboardUrl: string): string {
  return `${dashboardUrl}${mode === 'test' ? '/test' : ''}/connect/accounts/${stripeAccountId}`;
}
