import type { FoundSeller, ReplyOf, searchSellers } from '@sellerdesk/contract';
import { platformViewOf } from '../accounts/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Sql } from '../database/index.ts';
import { cursorFromText, type Page, pageFrom } from '../http/index.ts';
import type { Services } from '../services.ts';
import { type Found, foundFromText, textFromFound } from './found-cursor.ts';
import {
  type AccountOfFound,
  findSellerIdsOfObject,
  selectAccountsOf,
  selectByEmail,
  selectByName,
  selectNewest,
  selectSellers,
  type SellerRow,
} from './found-seller-store.ts';

const pageSize = 20;

/** Whatever Stripe gives an id looks like this: `acct_…`, `pi_…`, `po_…`. */
const stripesId = /^[a-z]{2,8}_\w{6,}$/u;

interface Search {
  readonly staffId: string;
  readonly query: string;
  readonly after: string | undefined;
  readonly requestId: string;
}

/**
 * Returns a page of sellers that fit what staff look for: those whose address begins so, then those whose business does,
 * each in alphabetical order; the newest where nothing is looked for. Who looked for what is in the audit.
 */
export async function findSellers(
  { database, now, config }: Pick<Services, 'config' | 'database' | 'now'>,
  { staffId, query, after, requestId }: Search,
): Promise<ReplyOf<typeof searchSellers>> {
  const wanted = query.trim();
  const { rows, nextCursor, accounts } = await database.asSystem(async (sql) => {
    const page = await pageOf(sql, wanted, after);
    const ofPage = await selectAccountsOf(
      sql,
      page.rows.map(({ sellerId }) => sellerId),
    );
    await appendAudit(sql, {
      at: now(),
      actor: `staff:${staffId}`,
      subject: null,
      supportViewId: null,
      action: 'sellers_searched',
      details: { query: wanted },
      requestId,
    });
    return { ...page, accounts: ofPage };
  });
  return {
    sellers: rows.map((row) => sellerReply(row, accounts.get(row.sellerId), config.stripe.dashboardUrl)),
    nextCursor,
  };
}

async function pageOf(sql: Sql, wanted: string, after: string | undefined): Promise<Page<SellerRow>> {
  if (stripesId.test(wanted)) {
    const ids = await findSellerIdsOfObject(sql, wanted);
    return { rows: await selectSellers(sql, ids), nextCursor: null };
  }
  if (wanted === '') {
    const cursor = after === undefined ? undefined : cursorFromText(after);
    const found = await selectNewest(sql, cursor, pageSize + 1);
    return pageFrom(found, pageSize, ({ createdAt, sellerId }) => ({ createdAt, id: sellerId }));
  }
  return pageByBeginning(sql, wanted.toLowerCase(), after === undefined ? undefined : foundFromText(after));
}

/** One more than a page shows, to know whether there are more. */
async function pageByBeginning(sql: Sql, beginning: string, after: Found | undefined): Promise<Page<SellerRow>> {
  const limit = pageSize + 1;
  const found: (SellerRow & Found)[] = [];
  if (after?.by !== 'name')
    for (const row of await selectByEmail(sql, { beginning, after, limit })) found.push({ ...row, by: 'email' });
  const inNames = { beginning, after: after?.by === 'name' ? after : undefined, limit: limit - found.length };
  if (inNames.limit > 0) for (const row of await selectByName(sql, inNames)) found.push({ ...row, by: 'name' });
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return { rows, nextCursor: last && found.length > pageSize ? textFromFound(last) : null };
}

function sellerReply(row: SellerRow, account: AccountOfFound | undefined, dashboardUrl: string): FoundSeller {
  const { sellerId, businessName, email, country, createdAt, supportAllowed } = row;
  return {
    sellerId,
    businessName,
    email,
    country,
    createdAt: createdAt.toISOString(),
    supportAllowed,
    account: account ? { ...account, dashboardUrl: platformViewOf(account, dashboardUrl) } : null,
  };
}
