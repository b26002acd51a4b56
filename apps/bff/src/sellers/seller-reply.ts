import type { Seller } from '@sellerdesk/contract';
import { findAccount } from '../accounts/index.ts';
import { problem } from '../http/index.ts';
import { findSeller, type StoredSeller } from './seller-store.ts';
import type { SellersParts } from './sellers-parts.ts';

/**
 * Returns a seller as the pages know them: with their account, from our own database alone.
 *
 * @throws {Problem} `not_signed_in` when there is no such seller any more.
 */
export async function getSellerReply(parts: SellersParts, sellerId: string): Promise<Seller> {
  const seller = await parts.database.asSeller(sellerId, (sql) => findSeller(sql, sellerId));
  if (seller === undefined) throw problem('not_signed_in');
  return sellerReply(parts, seller);
}

/** Returns a seller with their account and the platform. */
export async function sellerReply({ config, database }: SellersParts, seller: StoredSeller): Promise<Seller> {
  const { sellerId, email, businessName, country, mode } = seller;
  const account = await findAccount(database, config, sellerId);
  return { sellerId, email, businessName, country, mode, account, platform: config.platform };
}
