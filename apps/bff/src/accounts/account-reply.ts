import type { Account } from '@sellerdesk/contract';
import type { Config } from '../config.ts';
import type { StoredAccount } from './stored-account.ts';
import { stripeDashboardOf } from './stripe-dashboard.ts';

/** Returns the account as the seller's pages get it. */
export function accountReply(account: StoredAccount, { stripe }: Pick<Config, 'stripe'>): Account {
  const { stripeAccountId, state, mode, chargesEnabled, payoutsEnabled, detailsSubmitted } = account;
  const { country, defaultCurrency, requirements, deadlineAt } = account;
  return {
    stripeAccountId,
    state,
    mode,
    chargesEnabled,
    payoutsEnabled,
    detailsSubmitted,
    ...(country !== null && { country }),
    ...(defaultCurrency !== null && { defaultCurrency }),
    requirements: [...requirements],
    ...(deadlineAt !== null && { deadlineAt: deadlineAt.toISOString() }),
    dashboard: stripeDashboardOf(account, stripe.dashboardUrl),
  };
}
