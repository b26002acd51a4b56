import type { Account, BalanceTransaction } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Report, ReportLine, ReportTotal } from '../frame-data.ts';
import { contentOf } from './payouts.ts';

/** The days of a report; both ends are included. */
export type Days = { readonly fromUnix: number; readonly toUnix: number };

/** Tells what came to a balance and left it, payouts included. */
export function balanceReport(world: World, account: Account, days: Days): Report {
  const all = world.store.all('balance_transaction', account.id);
  const inside = all.filter(({ createdUnix }) => isWithin(createdUnix, days));
  const before = all.filter(({ createdUnix }) => createdUnix < days.fromUnix);
  return { ...days, totals: totalsOf(before, inside), lines: linesOf(world, inside) };
}

/** Tells what the payouts of these days are made of; a payout counts on the day it was made. */
export function payoutReport(world: World, account: Account, days: Days): Report & { readonly available: boolean } {
  const inside = world.store.all('balance_transaction', account.id).filter(({ payout, source }) => {
    if (payout === null || payout === source) return false;
    return isWithin(world.store.get('payout', payout).createdUnix, days);
  });
  const available = account.payoutSchedule.interval !== 'manual';
  return { ...days, available, totals: totalsOf([], inside), lines: linesOf(world, inside) };
}

function isWithin(unix: number, { fromUnix, toUnix }: Days): boolean {
  return unix >= fromUnix && unix <= toUnix;
}

function linesOf(world: World, bookings: readonly BalanceTransaction[]): readonly ReportLine[] {
  return bookings
    .toReversed()
    .map((booking) => ({ ...contentOf(world, booking), currency: booking.currency, payout: booking.payout }));
}

function totalsOf(before: readonly BalanceTransaction[], inside: readonly BalanceTransaction[]): ReportTotal[] {
  const currencies = new Set([...before, ...inside].map(({ currency }) => currency));
  return [...currencies].map((currency) => {
    const had = netOf(before, currency);
    const activity = netOf(inside, currency);
    return { currency, before: had, activity, after: had + activity };
  });
}

function netOf(bookings: readonly BalanceTransaction[], wanted: string): number {
  return bookings.filter(({ currency }) => currency === wanted).reduce((sum, { net }) => sum + net, 0);
}
