import type { Sql } from '../database/index.ts';
import { hashOf } from '../identity/index.ts';
import type { StoredSeller } from './seller-store.ts';

/** A subject at an issuer. */
export interface IdentityKey {
  readonly issuer: string;
  readonly subject: string;
}

/** Somebody who is new, as far as the provider says who they are. */
export interface Newcomer extends IdentityKey {
  readonly email: string;
  readonly businessName: string | null;
  readonly country: string | null;
}

export async function findSellerByIdentity(
  sql: Sql,
  { issuer, subject }: IdentityKey,
): Promise<StoredSeller | undefined> {
  const [seller] = await sql<StoredSeller>`
    select seller_id as "sellerId", email, business_name as "businessName", country, mode
    from seller_identities join sellers using (seller_id)
    where issuer = ${issuer} and subject = ${subject}`;
  return seller;
}

export async function insertSellerIdentity(
  sql: Sql,
  { issuer, subject, sellerId, at }: IdentityKey & { readonly sellerId: string; readonly at: Date },
): Promise<void> {
  await sql`insert into seller_identities (issuer, subject, seller_id, bound_at)
    values (${issuer}, ${subject}, ${sellerId}, ${at})`;
}

export async function insertNewcomer(
  sql: Sql,
  { issuer, subject, email, businessName, country, token, expiresAt }: Newcomer & { token: string; expiresAt: Date },
): Promise<void> {
  await sql`insert into newcomers (token_hash, issuer, subject, email, business_name, country, expires_at)
    values (${hashOf(token)}, ${issuer}, ${subject}, ${email}, ${businessName}, ${country}, ${expiresAt})`;
}

export async function findNewcomer(sql: Sql, token: string, now: Date): Promise<Newcomer | undefined> {
  const [newcomer] = await sql<Newcomer>`
    select issuer, subject, email, business_name as "businessName", country
    from newcomers where token_hash = ${hashOf(token)} and expires_at > ${now}`;
  return newcomer;
}

/** Returns a newcomer, once: of two who send the form at the same time the second gets nothing. */
export async function takeNewcomer(sql: Sql, token: string, now: Date): Promise<Newcomer | undefined> {
  const [newcomer] = await sql<Newcomer>`
    delete from newcomers where token_hash = ${hashOf(token)} and expires_at > ${now}
    returning issuer, subject, email, business_name as "businessName", country`;
  return newcomer;
}
