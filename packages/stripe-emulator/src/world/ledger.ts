import { emitObject } from './events.ts';
import type { BalanceTransaction, Fee } from './state.ts';
import { born, type World } from './world.ts';

export interface Entry {
  readonly account: string;
  readonly type: BalanceTransaction['type'];
  /** Positive for what comes in, negative for what goes out. */
  readonly amount: number;
  readonly fees?: readonly Fee[];
  readonly currency: string;
  readonly description?: string | null;
  readonly source: string;
  /** When it counts; at once unless told. */
  readonly availableUnix?: number;
  readonly payout?: string;
}

/** Writes one line into the ledger. Nothing else moves money, and no line is ever changed but for the payout it went with. */
export function book(world: World, entry: Entry): BalanceTransaction {
  const { fees = [], description = null, availableUnix = world.clock.nowUnix(), payout = null, ...rest } = entry;
  const net = fees.reduce((left, { amount }) => left - amount, entry.amount);
  return world.store.insert('balance_transaction', {
    ...born(world, 'txn', entry.account),
    ...rest,
    fees,
    net,
    description,
    availableUnix,
    payout,
  });
}

export interface CurrencyBalance {
  readonly currency: string;
  readonly available: number;
  readonly pending: number;
}

/** Sums up the ledger of an account at this moment, one balance for each currency it ever had. */
export function balancesOf(world: World, account: string): readonly CurrencyBalance[] {
  return world.store
    .prepare(
      `select document ->> '$.currency' as currency, sum(document ->> '$.net') as total,
         sum(case when document ->> '$.availableUnix' <= ? then document ->> '$.net' else 0 end) as available
       from objects where kind = 'balance_transaction' and account = ? group by 1 order by 1`,
    )
    .all(world.clock.nowUnix(), account)
    .map(({ currency, total, available }) => ({
      currency: String(currency),
      available: Number(available),
      pending: Number(total) - Number(available),
    }));
}

/** Returns what an account could pay out in a currency at this moment. */
export function availableIn(world: World, account: string, currency: string): number {
  return balancesOf(world, account).find((balance) => balance.currency === currency)?.available ?? 0;
}

/** Says when money that comes in with, or goes out after, another line counts: never before that line does. */
export function notBefore(world: World, transaction: string | null): number {
  const now = world.clock.nowUnix();
  if (transaction === null) return now;
  return Math.max(now, world.store.get('balance_transaction', transaction).availableUnix);
}

/** Tells that money became available. */
export function tellBalance(world: World, account: string): void {
  emitObject(world, 'balance.available', account, balanceObject(world, account));
}

/** A balance in Stripe's form: there is one for each account, without an id. */
export function balanceObject(world: World, account: string) {
  const balances = balancesOf(world, account);
  const currency = world.store.find('account', account)?.defaultCurrency ?? 'usd';
  const shown = balances.length > 0 ? balances : [{ currency, available: 0, pending: 0 }];
  const part = (name: 'available' | 'pending') =>
    shown.map((balance) => ({
      amount: balance[name],
      currency: balance.currency,
      source_types: { card: balance[name] },
    }));
  const reserved = shown.map(({ currency: code }) => ({ amount: 0, currency: code }));
  return {
    object: 'balance' as const,
    available: part('available'),
    ...(account === world.platform && { connect_reserved: reserved }),
    livemode: false,
    pending: part('pending'),
  };
}
