import { defaultBankAccount, payoutsEnabled } from './accounts.ts';
import { debitsNegativeBalances, minimumBalanceOf } from './balance-settings.ts';
import { availableIn, book } from './ledger.ts';
import { isPayoutDay } from './payout-schedule.ts';
import { createPayout } from './payouts.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

/** Where Stripe takes what an account owes from its bank; elsewhere later payments fill the balance up. */
const DEBITED_COUNTRIES: ReadonlySet<string> = new Set(['AU', 'CA', 'GB', 'US']);

/**
 * Pays an account out in a currency, if this is its day, and leaves its minimum. What it owes is debited on any day: that
 * is a payout of less than nothing.
 *
 * @see https://support.stripe.com/questions/what-happens-when-i-have-a-negative-balance
 */
export function payOutAutomatically(world: World, account: Account, currency: string): void {
  const bank = defaultBankAccount(account, currency);
  if (bank === undefined || !payoutsEnabled(world, account)) return;
  const available = availableIn(world, account.id, currency);
  if (available < 0) {
    if (debitsNegativeBalances(account) && DEBITED_COUNTRIES.has(bank.country)) settle(world, account.id, currency, 0);
    return;
  }
  const minimum = minimumBalanceOf(account, currency);
  if (available > minimum && isPayoutDay(account.payoutSchedule, world.clock.nowUnix()))
    settle(world, account.id, currency, minimum);
}

/** Brings what is available to what is to stay, and says which lines of the ledger went with the payout. */
function settle(world: World, account: string, currency: string, stays: number): void {
  const amount = availableIn(world, account, currency) - stays;
  const { id } = createPayout(world, account, { amount, currency, automatic: true });
  if (stays > 0) hold(world, account, currency, -stays, id);
  for (const line of world.store.all('balance_transaction', account, { currency, payout: null }))
    if (line.availableUnix <= world.clock.nowUnix()) world.store.update('balance_transaction', line.id, { payout: id });
  if (stays > 0) hold(world, account, currency, stays, id);
}

/** What stays is held back from the one payout and given to the next, so that each is the sum of its lines. */
function hold(world: World, account: string, currency: string, amount: number, source: string): void {
  const isHeld = amount < 0;
  book(world, {
    account,
    type: isHeld ? 'payout_minimum_balance_hold' : 'payout_minimum_balance_release',
    amount,
    currency,
    source,
    description: isHeld ? 'Minimum balance held back' : 'Minimum balance released',
  });
}
