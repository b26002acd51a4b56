import type { FoundSeller } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import type { Cursor } from '../http/index.ts';
import type { Found } from './found-cursor.ts';

/** A seller as staff know them. */
export interface SellerRow {
  readonly sellerId: string;
  readonly businessName: string;
  readonly email: string;
  readonly country: string;
  readonly createdAt: Date;
  readonly supportAllowed: boolean;
}

/** A seller with what they were found by, in lower case. */
export interface FoundRow extends SellerRow {
  readonly key: string;
}

/** How something begins, in lower case, and behind which seller to go on. */
interface Beginning {
  readonly beginning: string;
  readonly after: Found | undefined;
  readonly limit: number;
}

/** Returns sellers whose address begins like this, in alphabetical order. */
export function selectByEmail(sql: Sql, { beginning, after, limit }: Beginning): Promise<FoundRow[]> {
  return sql<FoundRow>`
    select seller_id as "sellerId", business_name as "businessName", email, country, created_at as "createdAt",
      support_allowed as "supportAllowed", lower(email) as key
    from sellers
    where lower(email) collate "C" like ${patternOf(beginning)}
      and (lower(email) collate "C", seller_id) > (${after?.key ?? beginning}, ${after?.sellerId ?? least}::uuid)
    order by lower(email) collate "C", seller_id limit ${limit}`;
}

/** Returns sellers whose business's name begins like this and whose address does not, in alphabetical order. */
export function selectByName(sql: Sql, { beginning, after, limit }: Beginning): Promise<FoundRow[]> {
  return sql<FoundRow>`
    select seller_id as "sellerId", business_name as "businessName", email, country, created_at as "createdAt",
      support_allowed as "supportAllowed", lower(business_name) as key
    from sellers
    where lower(business_name) collate "C" like ${patternOf(beginning)}
      and lower(email) collate "C" not like ${patternOf(beginning)}
      and (lower(business_name) collate "C", seller_id) > (${after?.key ?? beginning}, ${after?.sellerId ?? least}::uuid)
    order by lower(business_name) collate "C", seller_id limit ${limit}`;
}

/** Comes before every seller's id. Where a page begins has to be told exactly: PostgreSQL reads the index from there on. */
const least = '00000000-0000-0000-0000-000000000000';

/** Returns sellers, newest first. */
export function selectNewest(sql: Sql, after: Cursor | undefined, limit: number): Promise<SellerRow[]> {
  const { createdAt, id } = after ?? { createdAt: new Date('9999-01-01'), id: least };
  return sql<SellerRow>`
    select seller_id as "sellerId", business_name as "businessName", email, country, created_at as "createdAt",
      support_allowed as "supportAllowed"
    from sellers where (created_at, seller_id) < (${createdAt}, ${id}::uuid)
    order by created_at desc, seller_id desc limit ${limit}`;
}

/** Returns sellers by their ids. */
export function selectSellers(sql: Sql, sellerIds: readonly string[]): Promise<SellerRow[]> {
  return sql<SellerRow>`
    select seller_id as "sellerId", business_name as "businessName", email, country, created_at as "createdAt",
      support_allowed as "supportAllowed"
    from sellers where seller_id = any (${sellerIds}::uuid[])`;
}

/** Returns the id of the seller whose account has this id, or whose payment, or who anything with this id was announced of. */
export async function findSellerIdsOfObject(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql<{ sellerId: string }>`
    select seller_id as "sellerId" from accounts
    where deauthorized_at is null and stripe_account_id in (
      select ${id}
      union select stripe_account_id from charges where payment_id = ${id}
      union select account from webhook_events where object_id = ${id} and account is not null
    )`;
  return rows.map(({ sellerId }) => sellerId);
}

/** An account as staff find it. */
export type AccountOfFound = Omit<NonNullable<FoundSeller['account']>, 'dashboardUrl'>;

/** Returns the accounts of sellers, by the seller, of those who have one. */
export async function selectAccountsOf(
  sql: Sql,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, AccountOfFound>> {
  const rows = await sql<AccountOfFound & { readonly sellerId: string }>`
    select seller_id as "sellerId", stripe_account_id as "stripeAccountId", state, mode
    from accounts where seller_id = any (${sellerIds}::uuid[]) and deauthorized_at is null`;
  return new Map(rows.map(({ sellerId, ...account }) => [sellerId, account]));
}

/** What means something in a pattern is looked for as it is typed. */
function patternOf(beginning: string): string {
  return `${beginning.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}
