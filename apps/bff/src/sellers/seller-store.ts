import type { Mode } from '../config.ts';
import type { Sql } from '../database/index.ts';

/** A seller as they signed up, without what proves who they are. */
export interface StoredSeller {
  readonly sellerId: string;
  readonly email: string;
  readonly businessName: string;
  readonly country: string;
  readonly mode: Mode;
}

/** A seller with the PHC string of their password; null for whoever signs in at the platform's identity provider. */
export interface SellerWithPassword extends StoredSeller {
  readonly passwordHash: string | null;
}

/** Returns the new seller, or nothing when the e-mail address, in any case, is taken. */
export async function insertSeller(
  sql: Sql,
  seller: Omit<SellerWithPassword, 'sellerId'> & { readonly createdAt: Date },
): Promise<StoredSeller | undefined> {
  const { email, passwordHash, businessName, country, mode, createdAt } = seller;
  const [inserted] = await sql<StoredSeller>`
    insert into sellers (email, password_hash, business_name, country, mode, created_at)
    values (${email}, ${passwordHash}, ${businessName}, ${country}, ${mode}, ${createdAt})
    on conflict (lower(email)) do nothing
    returning seller_id as "sellerId", email, business_name as "businessName", country, mode`;
  return inserted;
}

/** For signing in, where nobody is signed in yet. */
export async function findSellerByEmail(sql: Sql, email: string): Promise<SellerWithPassword | undefined> {
  const [seller] = await sql<SellerWithPassword>`
    select seller_id as "sellerId", email, business_name as "businessName", country, mode, password_hash as "passwordHash"
    from sellers where lower(email) = lower(${email})`;
  return seller;
}

export async function findSeller(sql: Sql, sellerId: string): Promise<StoredSeller | undefined> {
  const [seller] = await sql<StoredSeller>`
    select seller_id as "sellerId", email, business_name as "businessName", country, mode
    from sellers where seller_id = ${sellerId}`;
  return seller;
}
