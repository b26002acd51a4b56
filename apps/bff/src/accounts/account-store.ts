import type { Mode } from '../config.ts';
import type { Sql } from '../database/index.ts';
import type { AccountFacts } from './account-facts.ts';
import { accountFromRow, type AccountRow } from './account-row.ts';
import type { AccountStanding } from './account-state.ts';
import type { AccountsApi, StoredAccount } from './stored-account.ts';

/** What was read from Stripe, with where the seller stands by it and when the reading began. */
export interface AccountReading {
  readonly facts: AccountFacts;
  readonly standing: AccountStanding;
  readonly readAt: Date;
}

/** Returns the account of a seller, unless there is none or the seller has cut it off. */
export async function selectAccountOf(sql: Sql, sellerId: string): Promise<StoredAccount | undefined> {
  const [row] = await sql<AccountRow>`
    select * from accounts where seller_id = ${sellerId} and deauthorized_at is null`;
  return row && accountFromRow(row);
}

/** Returns an account by Stripe's id of it, unless it is not ours or has been cut off. */
export async function selectAccount(sql: Sql, id: string): Promise<StoredAccount | undefined> {
  const [row] = await sql<AccountRow>`
    select * from accounts where stripe_account_id = ${id} and deauthorized_at is null`;
  return row && accountFromRow(row);
}

/** A seller's account, and what is left of those they cut off. */
export interface AccountHistory {
  readonly account: StoredAccount | undefined;
  /** Stripe's id of the account that was cut off last, and when; null when none was. */
  readonly lastAccountId: string | null;
  readonly disconnectedAt: Date | null;
}

/** Returns the accounts of a seller; runs as the system, since a seller does not see those that were cut off. */
export async function selectAccountHistory(sql: Sql, sellerId: string): Promise<AccountHistory> {
  const rows = await sql<AccountRow & { readonly deauthorized_at: Date | null }>`
    select * from accounts where seller_id = ${sellerId} order by deauthorized_at desc nulls first limit 2`;
  const current = rows.find((row) => row.deauthorized_at === null);
  const former = rows.find((row) => row.deauthorized_at !== null);
  return {
    account: current && accountFromRow(current),
    lastAccountId: former?.stripe_account_id ?? null,
    disconnectedAt: former?.deauthorized_at ?? null,
  };
}

/** Stores a new account; the one there is stays as it is. */
export async function insertAccount(
  sql: Sql,
  { sellerId, api, ...reading }: AccountReading & { readonly sellerId: string; readonly api: AccountsApi },
): Promise<void> {
  const { facts, standing, readAt } = reading;
  await sql`
    insert into accounts (
      stripe_account_id, seller_id, mode, api, state, charges_enabled, payouts_enabled, details_submitted, country,
      default_currency, requirements, deadline_at, dashboard_type, due_when_created, created_at, read_at
    ) values (
      ${facts.stripeAccountId}, ${sellerId}, ${facts.mode}, ${api}, ${standing.state}, ${facts.chargesEnabled},
      ${facts.payoutsEnabled}, ${standing.detailsSubmitted}, ${facts.country}, ${facts.defaultCurrency},
      ${JSON.stringify(facts.requirements)}, ${facts.deadlineAt}, ${facts.dashboardType}, ${facts.dueFields},
      ${readAt}, ${readAt}
    ) on conflict do nothing`;
}

/** Stores what was read unless a reading that began later is stored already. */
export async function updateAccount(sql: Sql, { facts, standing, readAt }: AccountReading): Promise<void> {
  await sql`
    update accounts set
      state = ${standing.state}, charges_enabled = ${facts.chargesEnabled}, payouts_enabled = ${facts.payoutsEnabled},
      details_submitted = ${standing.detailsSubmitted}, country = ${facts.country},
      default_currency = ${facts.defaultCurrency}, requirements = ${JSON.stringify(facts.requirements)},
      deadline_at = ${facts.deadlineAt}, dashboard_type = ${facts.dashboardType}, read_at = ${readAt}
    where stripe_account_id = ${facts.stripeAccountId} and read_at <= ${readAt}`;
}

/** Returns accounts that were last read before a moment, and remembers that they are read now; so many at once at most. */
export async function takeForgottenAccounts(sql: Sql, at: Date, before: Date): Promise<string[]> {
  const rows = await sql<{ stripe_account_id: string }>`
    update accounts set refresh_asked_at = ${at} where stripe_account_id in (
      select stripe_account_id from accounts
      where deauthorized_at is null and greatest(read_at, refresh_asked_at) < ${before}
      order by greatest(read_at, refresh_asked_at) limit 200 for update skip locked
    ) returning stripe_account_id`;
  return rows.map((row) => row.stripe_account_id);
}

/** Cuts an account off: from now on nothing is asked for it and the seller has none. */
export async function deauthorizeAccount(sql: Sql, id: string, at: Date): Promise<void> {
  await sql`
    update accounts set deauthorized_at = ${at} where stripe_account_id = ${id} and deauthorized_at is null`;
}

/** Who a new account is made for. */
export interface AccountHolder {
  readonly sellerId: string;
  readonly email: string;
  readonly businessName: string;
  readonly country: string;
  readonly mode: Mode;
  /** How many accounts the seller had before and cut off. */
  readonly formerAccounts: number;
}

interface HolderRow {
  readonly email: string;
  readonly business_name: string;
  readonly country: string;
  readonly mode: Mode;
  readonly former_accounts: number;
}

/** Returns who an account is made for; runs as the system, since a seller does not see accounts that were cut off. */
export async function selectHolder(sql: Sql, sellerId: string): Promise<AccountHolder | undefined> {
  const [row] = await sql<HolderRow>`
    select email, business_name, country, mode,
      (select count(*)::int from accounts where accounts.seller_id = sellers.seller_id) as former_accounts
    from sellers where seller_id = ${sellerId}`;
  if (row === undefined) return undefined;
  const { business_name: businessName, former_accounts: formerAccounts, ...same } = row;
  return { sellerId, businessName, formerAccounts, ...same };
}
