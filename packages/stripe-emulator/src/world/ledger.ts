import type { BalanceTransaction, Fee } from './state.ts';
import { born, type World } from './world.ts';

/** Where money comes from and goes to outside of balances; `between` is what passes from one balance to another. */
export type Side = 'banks' | 'between' | 'customers' | 'stripe';

/** The other side of each kind of line. */
const SIDES: Readonly<Record<BalanceTransaction['type'], Side>> = {
  charge: 'customers',
  refund: 'customers',
  refund_failure: 'customers',
  adjustment: 'customers',
  application_fee: 'between',
  application_fee_refund: 'between',
  transfer: 'between',
  transfer_refund: 'between',
  payment: 'between',
  payment_refund: 'between',
  payout: 'banks',
  payout_failure: 'banks',
  payout_cancel: 'banks',
  payout_minimum_balance_hold: 'between',
  payout_minimum_balance_release: 'between',
  // From what settles later to what is available now, within one balance.
  advance: 'between',
  advance_funding: 'between',
  stripe_fee: 'stripe',
};

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
  /** Where it comes from, where the type does not say it. */
  readonly side?: Side;
}

/**
 * Writes one line into the ledger, and what it is to the other side. Nothing else moves money, and no line is ever changed
 * but for the payout it went with.
 */
export function book(world: World, { side, ...entry }: Entry): BalanceTransaction {
  counter(world, entry, side ?? SIDES[entry.type]);
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

function counter({ store }: World, { amount, fees = [], currency }: Entry, side: Side): void {
  const insert = store.prepare('insert into counters (side, currency, amount) values (?, ?, ?)');
  insert.run(side, currency, -amount);
  for (const fee of fees) insert.run(fee.type === 'stripe_fee' ? 'stripe' : 'between', currency, fee.amount);
}

/** Sums up what the other sides have, for each of them and each currency: with all balances it comes to nothing. */
export function countersOf({
  store,
}: World): readonly { readonly side: string; readonly currency: string; readonly amount: number }[] {
  return store
    .prepare('select side, currency, sum(amount) as amount from counters group by 1, 2 order by 1, 2')
    .all()
    .map(({ side, currency, amount }) => ({ side: String(side), currency: String(currency), amount: Number(amount) }));
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
