import { defaultBankAccount, payoutsEnabled } from '../../world/accounts.ts';
import { balancesOf } from '../../world/ledger.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Balances } from '../frame-data.ts';
import { instantOffer } from './instant-offer.ts';
import { bankOf, scheduleOf } from './payouts.ts';

/** What whoever asks may do with a balance. */
export type PayoutRights = { readonly standard: boolean; readonly instant: boolean };

/** Tells what an account has per currency, and what of it may be sent to the bank. */
export function balances(world: World, account: Account, may: PayoutRights): Balances {
  const known = balancesOf(world, account.id);
  const isOwn = ({ currency }: { readonly currency: string }): boolean => currency === account.defaultCurrency;
  const own = known.find(isOwn) ?? { currency: account.defaultCurrency, available: 0, pending: 0 };
  const shown = [own, ...known.filter((balance) => !isOwn(balance))];
  return {
    currencies: shown.map(({ currency, available, pending }) => ({
      currency,
      available,
      onTheWay: pending,
      payable: may.standard && isPayable(world, account, currency) ? Math.max(available, 0) : 0,
      instant: may.instant ? instantOffer(world, account, currency) : null,
    })),
    schedule: scheduleOf(account),
    bank: bankOf(account),
  };
}

/** Money is sent by hand only where nothing sends it by itself, and only to a bank account that takes it. */
export function isPayable(world: World, account: Account, currency: string): boolean {
  const byHand = account.payoutSchedule.interval === 'manual';
  return byHand && payoutsEnabled(world, account) && defaultBankAccount(account, currency) !== undefined;
}
