import { DAY, dayOf } from './days.ts';
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
  const line = { ...born(world, 'txn', entry.account), ...rest, fees, net, description, availableUnix, payout };
  addToBalance(world, line);
  addToDay(world, line);
  return world.store.insert('balance_transaction', line);
}

/** Keeps what the lines come to with each of them, so that nobody has to read them all. */
function addToBalance(
  { store }: World,
  { account, currency, availableUnix, net }: Pick<BalanceTransaction, 'account' | 'availableUnix' | 'currency' | 'net'>,
): void {
  store
    .prepare('insert into balances values (?, ?, ?) on conflict do update set net = net + excluded.net')
    .run(account, currency, net);
  store
    .prepare(
      `insert into settling values (?, ?, ?, ?, ?)
       on conflict do update set net = net + excluded.net, incoming = incoming + excluded.incoming`,
    )
    .run(account, currency, availableUnix, net, Math.max(net, 0));
}

function addToDay({ store }: World, { account, currency, createdUnix, type, fees, net }: BalanceTransaction): void {
  const stripeFees = fees.filter((fee) => fee.type === 'stripe_fee').length + (type === 'stripe_fee' ? 1 : 0);
  store
    .prepare(
      `insert into ledger_days values (?, ?, ?, ?, ?)
       on conflict do update set net = net + excluded.net, stripe_fees = stripe_fees + excluded.stripe_fees`,
    )
    .run(account, currency, Math.floor(createdUnix / DAY), net, stripeFees);
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

/** Tells what an account has at this moment, in each currency it ever had a line in. */
export function balancesOf(world: World, account: string): readonly CurrencyBalance[] {
  const now = world.clock.nowUnix();
  return world.store
    .prepare('select currency, net from balances where account = ? order by currency')
    .all(account)
    .map(({ currency, net }) => {
      const pending = settlingAfter(world, account, String(currency), now).reduce((sum, part) => sum + part.net, 0);
      return { currency: String(currency), available: Number(net) - pending, pending };
    });
}

/** Returns what an account could pay out in a currency at this moment, or at a later one if nothing happens until then. */
export function availableIn(
  world: World,
  account: string,
  currency: string,
  unix: number = world.clock.nowUnix(),
): number {
  const total = world.store
    .prepare('select net from balances where account = ? and currency = ?')
    .get(account, currency)?.['net'];
  return settlingAfter(world, account, currency, unix).reduce((left, { net }) => left - net, Number(total ?? 0));
}

/** What becomes available at one moment. */
interface Settling {
  readonly unix: number;
  readonly net: number;
}

/** Lists what becomes available after a moment, the nearest first: the midnights of a few days. */
export function settlingAfter({ store }: World, account: string, currency: string, unix: number): readonly Settling[] {
  return store
    .prepare(
      `select available_unix as unix, net from settling
       where account = ? and currency = ? and available_unix > ? order by available_unix`,
    )
    .all(account, currency, unix)
    .map((row) => ({ unix: Number(row['unix']), net: Number(row['net']) }));
}

/** Lists the accounts to which money becomes available after one moment and until another. */
export function accountsWithNewMoney({ store }: World, after: number, until: number): readonly string[] {
  return store
    .prepare(
      `select distinct account from settling
       where available_unix > ? and available_unix <= ? and incoming > 0 order by account`,
    )
    .all(after, until)
    .map(({ account }) => String(account));
}

/** A stretch of time; both ends are included. */
export interface Span {
  readonly fromUnix: number;
  readonly toUnix: number;
}

/** Lists what was booked in a time, oldest first. */
export function linesWithin(
  { store }: World,
  account: string,
  { fromUnix, toUnix }: Span,
): readonly BalanceTransaction[] {
  return store.all('balance_transaction', account, undefined, { gte: fromUnix, lte: toUnix });
}

/** Tells what all lines before a moment come to, in each currency there was any in. Whole days are summed up already. */
export function netBefore(world: World, account: string, unix: number): ReadonlyMap<string, number> {
  const days = world.store
    .prepare('select currency, sum(net) as net from ledger_days where account = ? and day < ? group by currency')
    .all(account, Math.floor(unix / DAY));
  const nets = new Map(days.map(({ currency, net }) => [String(currency), Number(net)]));
  for (const { currency, net } of linesWithin(world, account, { fromUnix: dayOf(unix), toUnix: unix - 1 }))
    nets.set(currency, (nets.get(currency) ?? 0) + net);
  return nets;
}

/** Says whether Stripe took anything from an account in a time of whole days. */
export function tookFees({ store }: World, account: string, { fromUnix, toUnix }: Span): boolean {
  return (
    store
      .prepare('select 1 from ledger_days where account = ? and day between ? and ? and stripe_fees > 0 limit 1')
      .get(account, Math.floor(fromUnix / DAY), Math.floor(toUnix / DAY)) !== undefined
  );
}

/** Says when money that comes in with, or goes out after, another line counts: never before that line does. */
export function notBefore(world: World, transaction: string | null): number {
  const now = world.clock.nowUnix();
  if (transaction === null) return now;
  return Math.max(now, world.store.get('balance_transaction', transaction).availableUnix);
}
