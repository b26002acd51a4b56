import { businessNameOf, chargesEnabled, payoutsEnabled } from '../../world/accounts.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { AccountSummary } from '../frame-data.ts';
import { bankOf } from './payouts.ts';

/** Tells what an account is and what it can do. */
export function accountSummary(world: World, account: Account): AccountSummary {
  return {
    name: businessNameOf(account),
    email: account.email,
    country: account.country,
    businessType: account.answers['business_type'] ?? null,
    chargesEnabled: chargesEnabled(world, account),
    payoutsEnabled: payoutsEnabled(world, account),
    bank: bankOf(account),
  };
}
