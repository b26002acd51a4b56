import { appendAudit } from '../audit/index.ts';
import type { Sql } from '../database/index.ts';
import { problem } from '../http/index.ts';
import type { Services } from '../services.ts';
import { type SellerRow, selectSellers } from './found-seller-store.ts';

/** Who of the staff reads what of whom. */
export interface StaffReading {
  readonly staffId: string;
  readonly sellerId: string;
  readonly operation: string;
  readonly requestId: string;
}

/**
 * Reads something of a seller for staff. That it was read is in the audit before anything is answered.
 *
 * @throws {Problem} `not_found` when there is no such seller.
 */
export async function readForStaff<T>(
  { database, now }: Pick<Services, 'database' | 'now'>,
  { staffId, sellerId, operation, requestId }: StaffReading,
  read: (sql: Sql, seller: SellerRow) => Promise<T>,
): Promise<T> {
  return database.asSystem(async (sql) => {
    const [seller] = await selectSellers(sql, [sellerId]);
    if (seller === undefined) throw problem('not_found');
    const found = await read(sql, seller);
    await appendAudit(sql, {
      at: now(),
      actor: `staff:${staffId}`,
      subject: sellerId,
      supportViewId: null,
      action: 'seller_read',
      details: { operation },
      requestId,
    });
    return found;
  });
}
