import type { Sql } from '../database/index.ts';
import { type Cursor, cursorFromText, type Page, pageFrom } from '../http/index.ts';
import type { Services } from '../services.ts';
import { selectCharges } from './charge-store.ts';
import type { StoredCharge } from './stored-charge.ts';

/** Returns a page of the seller's charges, newest first. */
export async function listCharges(
  { database }: Services,
  sellerId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<StoredCharge>> {
  const cursor = after === undefined ? undefined : cursorFromText(after);
  return database.asSeller(sellerId, (sql) => pageOfCharges(sql, sellerId, { after: cursor, limit }));
}

/** Returns a page of a seller's charges, newest first, for whoever the transaction runs. */
export async function pageOfCharges(
  sql: Sql,
  sellerId: string,
  { after, limit }: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<Page<StoredCharge>> {
  const found = await selectCharges(sql, sellerId, { after, limit: limit + 1 });
  return pageFrom(found, limit, ({ createdAt, chargeId }) => ({ createdAt, id: chargeId }));
}
