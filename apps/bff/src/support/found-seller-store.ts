import type { AccountState } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';

/** A seller with their account, where they have one. */
export interface FoundRow {
  readonly sellerId: string;
  readonly businessName: string;
  readonly email: string;
  readonly country: string;
  readonly createdAt: Date;
  readonly supportAllowed: boolean;
  readonly stripeAccountId: string | null;
  readonly state: AccountState | null;
  readonly mode: 'test' | 'live' | null;
}

interface SellerSearch {
  /** In lower case; nothing fits everybody. */
  readonly beginning: string;
  readonly after: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Returns sellers whose address or business name begins like this, newest first. */
export async function selectSellers(sql: Sql, { beginning, after, limit }: SellerSearch): Promise<FoundRow[]> {
  const pattern = `${beginning.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return sql<FoundRow>`
    select sellers.seller_id as "sellerId", business_name as "businessName", email, sellers.country,
      sellers.created_at as "createdAt", support_allowed as "supportAllowed",
      stripe_account_id as "stripeAccountId", state, accounts.mode
    from sellers left join accounts on accounts.seller_id = sellers.seller_id and deauthorized_at is null
    where (${beginning} = '' or lower(email) like ${pattern} or lower(business_name) like ${pattern})
      and (${after?.createdAt ?? null}::timestamptz is null
        or (sellers.created_at, sellers.seller_id) < (${after?.createdAt ?? null}, ${after?.id ?? null}::uuid))
    order by sellers.created_at desc, sellers.seller_id desc limit ${limit}`;
}

/** Returns the seller whose account has this id, or whose payment, or who anything with this id was announced of. */
export async function findSellersOfObject(sql: Sql, id: string): Promise<FoundRow[]> {
  return sql<FoundRow>`
    select sellers.seller_id as "sellerId", business_name as "businessName", email, sellers.country,
      sellers.created_at as "createdAt", support_allowed as "supportAllowed",
      stripe_account_id as "stripeAccountId", state, accounts.mode
    from accounts join sellers using (seller_id)
    where deauthorized_at is null and stripe_account_id in (
      select ${id}
      union select stripe_account_id from charges where payment_id = ${id}
      union select account from webhook_events where object_id = ${id} and account is not null
    )`;
}
