import { linesWithin, netBefore, type Span } from '../../world/ledger.ts';
import type { Account, BalanceTransaction } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Report, ReportLine, ReportTotal } from '../frame-data.ts';
import { contentOf } from './payouts.ts';

/** Tells what came to a balance and left it, payouts included. */
export function balanceReport(world: World, account: Account, days: Span): Report {
  const inside = linesWithin(world, account.id, days);
  const before = netBefore(world, account.id, days.fromUnix);
  return { ...days, totals: totalsOf(before, inside), lines: linesOf(world, inside) };
}

/** Tells what the payouts of these days are made of; a payout counts on the day it was made. */
export function payoutReport(world: World, account: Account, days: Span): Report & { readonly available: boolean } {
  const range = { gte: days.fromUnix, lte: days.toUnix };
  const inside = world.store
    .all('payout', account.id, undefined, range)
    .flatMap(({ id }) =>
      world.store.all('balance_transaction', account.id, { payout: id }).filter(({ source }) => source !== id),
    )
    .toSorted((one, other) => one.createdUnix - other.createdUnix);
  const available = account.payoutSchedule.interval !== 'manual';
  return { ...days, available, totals: totalsOf(new Map(), inside), lines: linesOf(world, inside) };
}

function linesOf(world: World, bookings: readonly BalanceTransaction[]): readonly ReportLine[] {
  return bookings
    .toReversed()
    .map((booking) => ({ ...contentOf(world, booking), currency: booking.currency, payout: booking.payout }));
}

function totalsOf(before: ReadonlyMap<string, number>, inside: readonly BalanceTransaction[]): ReportTotal[] {
  const currencies = new Set([...before.keys(), ...inside.map(({ currency }) => currency)]);
  return [...currencies].map((currency) => {
    const had = before.get(currency) ?? 0;
    const activity = netOf(inside, currency);
    return { currency, before: had, activity, after: had + activity };
  });
}

function netOf(bookings: readonly BalanceTransaction[], wanted: string): number {
  return bookings.filter(({ currency }) => currency === wanted).reduce((sum, { net }) => sum + net, 0);
}
