import type { AccountState, Requirement } from '@sellerdesk/contract';
import { stripeAccountId } from '../stripe/index.ts';
import type { AccountsApi, StoredAccount } from './stored-account.ts';

/** A row of `accounts`, as PostgreSQL gives it. */
export interface AccountRow {
  readonly stripe_account_id: string;
  readonly seller_id: string;
  readonly mode: 'test' | 'live';
  readonly api: AccountsApi;
  readonly state: AccountState;
  readonly charges_enabled: boolean;
  readonly payouts_enabled: boolean;
  readonly details_submitted: boolean;
  readonly country: string | null;
  readonly default_currency: string | null;
  readonly requirements: readonly Requirement[];
  readonly deadline_at: Date | null;
  readonly dashboard_type: StoredAccount['dashboardType'];
  readonly due_when_created: readonly string[];
  readonly created_at: Date;
  readonly read_at: Date;
}

/** Returns the account of a row. */
export function accountFromRow(row: AccountRow): StoredAccount {
  return {
    stripeAccountId: stripeAccountId(row.stripe_account_id),
    sellerId: row.seller_id,
    mode: row.mode,
    api: row.api,
    state: row.state,
    chargesEnabled: row.charges_enabled,
    payoutsEnabled: row.payouts_enabled,
    detailsSubmitted: row.details_submitted,
    country: row.country,
    defaultCurrency: row.default_currency,
    requirements: row.requirements,
    deadlineAt: row.deadline_at,
    dashboardType: row.dashboard_type,
    dueWhenCreated: row.due_when_created,
    createdAt: row.created_at,
    readAt: row.read_at,
  };
}
