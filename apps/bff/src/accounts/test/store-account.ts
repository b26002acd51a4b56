import type { Mode } from '../../config.ts';
import type { Database } from '../../database/index.ts';
import { stripeAccountId } from '../../stripe/index.ts';
import { insertAccount } from '../account-store.ts';

/** Stores an account of a seller that no Stripe knows. */
export async function storeAccount(
  database: Database,
  sellerId: string,
  id: string,
  mode: Mode = 'test',
): Promise<void> {
  const facts = {
    stripeAccountId: stripeAccountId(id),
    mode,
    chargesEnabled: true,
    payoutsEnabled: true,
    detailsSubmitted: true,
    isRejected: false,
    isBeingChecked: false,
    dueFields: [],
    requirements: [],
    country: 'GB',
    defaultCurrency: 'gbp',
    deadlineAt: null,
    dashboardType: 'full',
  } as const;
  const standing = { state: 'ready', detailsSubmitted: true } as const;
  await database.asSeller(sellerId, (sql) =>
    insertAccount(sql, { sellerId, api: 'v2', facts, standing, readAt: new Date() }),
  );
}
