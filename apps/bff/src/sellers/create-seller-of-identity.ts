import type { Sql } from '../database/index.ts';
import { findSellerByIdentity, type IdentityKey, insertSellerIdentity } from './seller-identity-store.ts';
import { insertSeller, type StoredSeller } from './seller-store.ts';

interface NewSeller extends IdentityKey, Omit<StoredSeller, 'sellerId'> {
  readonly at: Date;
}

/**
 * Returns the seller that a subject at an issuer is from now on, without a password; nothing when the e-mail address is
 * somebody else's.
 */
export async function createSellerOfIdentity(sql: Sql, seller: NewSeller): Promise<StoredSeller | undefined> {
  const { issuer, subject, email, businessName, country, mode, at } = seller;
  const created = await insertSeller(sql, { email, businessName, country, mode, passwordHash: null, createdAt: at });
  // Two tabs at the same time are the same person.
  if (created === undefined) return findSellerByIdentity(sql, { issuer, subject });
  await insertSellerIdentity(sql, { issuer, subject, sellerId: created.sellerId, at });
  return created;
}
