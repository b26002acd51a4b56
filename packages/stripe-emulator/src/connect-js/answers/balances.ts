import { defaultBankAccount, payoutsEnabled } from '../../world/accounts.ts';
import { balancesOf } from '../../world/ledger.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Balances } from '../frame-data.ts';
import { bankOf, scheduleOf } from './payouts.ts';

/** Tells what an account has per currency; `mayPayOut` says whether whoever asks may send it to the bank. */
export function balances(world: World, account: Account, mayPayOut: boolean): Balances {
  const known = balancesOf(world, account.id);
  const isOwn = ({ currency }: { readonly currency: string }): boolean => currency === account.defaultCurrency;
  const own = known.find(isOwn) ?? { currency: account.defaultCurrency, available: 0, pending: 0 };
  const shown = [own, ...known.filter((balance) => !isOwn(balance))];
  return {
    currencies: shown.map(({ currency, available, pending }) => ({
      currency,
      available,
      onTheWay: pending,
      payable: mayPayOut && isPayable(world, account, currency) ? Math.max(available, 0) : 0,
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
