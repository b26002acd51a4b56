import { cursorFromText, textFromCursor } from '../http/index.ts';
import type { Services } from '../services.ts';
import { selectCharges } from './charge-store.ts';
import type { StoredCharge } from './stored-charge.ts';

/** A page of charges and where the next one begins. */
export interface ChargePage {
  readonly charges: readonly StoredCharge[];
  readonly nextCursor: string | null;
}

/** Returns a page of the seller's charges, newest first. One more is read than shown, to know whether there are more. */
export async function listCharges(
  { database }: Services,
  sellerId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ChargePage> {
  const cursor = after === undefined ? undefined : cursorFromText(after);
  const found = await database.asSeller(sellerId, (sql) => selectCharges(sql, cursor, limit + 1));
  const charges = found.slice(0, limit);
  const last = charges.at(-1);
  const next = last && found.length > limit ? { createdAt: last.createdAt, id: last.chargeId } : undefined;
  return { charges, nextCursor: next ? textFromCursor(next) : null };
}
