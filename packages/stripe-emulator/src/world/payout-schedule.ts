import { defaultBankAccount } from './accounts.ts';
import { type BalanceSettings, changeBalanceSettings, minimumBalanceOf } from './balance-settings.ts';
import { addBusinessDays, DAY, dayOf, weekdayOf } from './days.ts';
import { availableIn } from './ledger.ts';
import type { Account, PayoutSchedule } from './state.ts';
import type { World } from './world.ts';

/** Business days from a payout until the bank has it. */
export const ARRIVAL_DAYS = 2;

/** How far ahead the next payout is looked for: longer than any month. */
const LOOK_AHEAD_DAYS = 62;

/** Changes when an account is paid out; what is left out stays. */
export function changePayoutSchedule(world: World, id: string, change: Partial<PayoutSchedule>): Account {
  return changeBalanceSettings(world, id, rescheduled(world.store.get('account', id), change));
}

/** Says what a change of the schedule makes of an account's balance settings. */
export function rescheduled(
  { payoutSchedule, delayDaysOverride = null }: Account,
  change: Partial<PayoutSchedule>,
): Pick<BalanceSettings, 'delayDaysOverride' | 'payoutSchedule'> {
  return {
    payoutSchedule: consistent({ ...payoutSchedule, ...change }),
    delayDaysOverride: change.delayDays ?? delayDaysOverride,
  };
}

/** Says whether the account is paid out on the day of a moment. */
export function isPayoutDay({ interval, weeklyDays, monthlyDays }: PayoutSchedule, unix: number): boolean {
  if (interval === 'manual') return false;
  if (interval === 'daily') return true;
  if (interval === 'weekly') return weeklyDays.includes(weekdayOf(unix));
  return monthlyDays.some((day) => Math.min(day, daysOfMonth(unix)) === new Date(unix * 1000).getUTCDate());
}

export interface NextPayout {
  readonly amount: number;
  readonly arrivalUnix: number;
}

/** Foretells the next automatic payout in a currency from what the ledger knows today. */
export function nextPayoutOf(world: World, accountId: string, currency: string): NextPayout | undefined {
  const account = world.store.get('account', accountId);
  if (defaultBankAccount(account, currency) === undefined || account.payoutsBlocked) return undefined;
  const today = dayOf(world.clock.nowUnix());
  for (let day = today + DAY; day <= today + LOOK_AHEAD_DAYS * DAY; day += DAY) {
    if (!isPayoutDay(account.payoutSchedule, day)) continue;
    const amount = availableIn(world, accountId, currency, day) - minimumBalanceOf(account, currency);
    if (amount > 0) return { amount, arrivalUnix: addBusinessDays(day, ARRIVAL_DAYS) };
  }
  return undefined;
}

/** A schedule names days only of its own interval, and always one. */
function consistent({ interval, weeklyDays, monthlyDays, delayDays }: PayoutSchedule): PayoutSchedule {
  return {
    interval,
    weeklyDays: interval === 'weekly' ? fallback(weeklyDays, 'monday') : [],
    monthlyDays: interval === 'monthly' ? fallback(monthlyDays, 1) : [],
    delayDays,
  };
}

function fallback<T>(days: readonly T[], first: T): readonly T[] {
  return days.length > 0 ? days : [first];
}

function daysOfMonth(unix: number): number {
  const date = new Date(unix * 1000);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
