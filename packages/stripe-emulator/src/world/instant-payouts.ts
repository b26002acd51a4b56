import { invalidRequest } from '../wire/stripe-error.ts';
import { DAY, dayOf } from './days.ts';
import { type InstantTerms, instantFee, largestWithin } from './instant-fee.ts';
import { availableIn, balancesOf, book, settlingAfter } from './ledger.ts';
import {
  instantCurrencyOf,
  instantDestinationsOf,
  type PayoutDestination,
  takesInstantPayouts,
} from './payout-destinations.ts';
import type { Account, Fee, Payout } from './state.ts';
import type { World } from './world.ts';

/** What an account could send instantly in one currency. */
export interface InstantFunds {
  readonly currency: string;
  /** Available money and card payments that still settle, in minor units. */
  readonly amount: number;
  /** The largest payout that this is enough for, with its fee where the account pays it. */
  readonly net: number;
  readonly destinations: readonly PayoutDestination[];
}

/** Says what an account could send instantly, in each currency in which it could at all. */
export function instantFundsOf(world: World, accountId: string): readonly InstantFunds[] {
  const account = world.store.find('account', accountId);
  if (account === undefined || !world.settings.instantPayouts.offered) return [];
  return balancesOf(world, accountId).flatMap(({ currency, available, pending }) => {
    const destinations = instantDestinationsOf(account, currency);
    if (destinations.length === 0) return [];
    const amount = Math.max(available + pending, 0);
    const net = priceFor(world, account) === null ? amount : largestWithin(world.settings.instantPayouts, amount);
    return [{ currency, amount, net, destinations }];
  });
}

/** The terms by which an account pays for instant payouts; null where the platform pays for it. */
export function priceFor({ settings }: World, { feesPayer }: Account): InstantTerms | null {
  return feesPayer === 'account' ? settings.instantPayouts : null;
}

type Wish = Pick<Payout, 'amount' | 'currency'>;

/**
 * Refuses an instant payout that Stripe would refuse. The words are the emulator's own: Stripe publishes the codes only.
 *
 * @throws {StripeError} instant_payouts_*, balance_insufficient
 */
export function requireInstant(world: World, id: string, destination: PayoutDestination, wish: Wish): void {
  const { offered, mostMinor, dailyMinor } = world.settings.instantPayouts;
  const { amount, currency } = wish;
  const account = world.store.find('account', id);
  if (!offered || account === undefined)
    throw refused('config_disabled', 'Instant payouts are not enabled for this platform.');
  if (currency !== instantCurrencyOf(account))
    throw refused('currency_disabled', `Instant payouts are not available in ${currency} for this account.`);
  if (!takesInstantPayouts(account, destination))
    throw refused('unsupported', 'This external account does not support instant payouts.');
  if (amount > mostMinor) throw refused('limit_exceeded', 'The amount is above the limit of one instant payout.');
  if (sentToday(world, currency) + amount > dailyMinor)
    throw refused('limit_exceeded', 'The daily volume of instant payouts is used up.');
  if (amount <= fundsFor(world, account, currency)) return;
  throw invalidRequest('You have insufficient funds in your Stripe account for this instant payout and its fee.', {
    code: 'balance_insufficient',
  });
}

function refused(code: string, message: string): Error {
  return invalidRequest(message, { code: `instant_payouts_${code}` });
}

function fundsFor(world: World, account: Account, wanted: string): number {
  return instantFundsOf(world, account.id).find(({ currency }) => currency === wanted)?.net ?? 0;
}

function sentToday({ store, clock }: World, currency: string): number {
  const today = dayOf(clock.nowUnix());
  const row = store
    .prepare(
      `select sum(document ->> '$.amount') as total from objects indexed by instant_payouts
       where kind = 'payout' and document ->> '$.method' = 'instant' and document ->> '$.currency' = ?
         and created >= ? and created < ? and document ->> '$.status' <> 'failed'`,
    )
    .get(currency, today, today + DAY);
  return Number(row?.['total'] ?? 0);
}

/** What Stripe takes from the account for an instant payout: nothing where the platform pays. */
export function instantFees(world: World, account: string, amount: number): readonly Fee[] {
  const price = priceFor(world, world.store.get('account', account));
  return price === null ? [] : [{ type: 'stripe_fee', amount: instantFee(price, amount), description: FEE }];
}

const FEE = 'Instant payout fee';

/** What an instant payout is made with besides its own line. */
type Started = Pick<Payout, 'id' | 'account' | 'amount' | 'currency'>;

/**
 * Advances what a payout and its fee need and the account has not available yet, out of what settles first, and lets the
 * platform pay the fee where it does.
 *
 * @see https://docs.stripe.com/payouts/instant-payouts-with-advance-funding
 */
export function fundInstantPayout(world: World, payout: Started): void {
  const { account } = payout;
  const fees = instantFees(world, account, payout.amount);
  const needed = fees.reduce((sum, fee) => sum + fee.amount, payout.amount);
  advance(world, payout, needed - Math.max(availableIn(world, account, payout.currency), 0));
  if (fees.length === 0) bookForPlatform(world, payout, -instantFee(world.settings.instantPayouts, payout.amount));
}

function advance(world: World, { id, account, currency }: Started, amount: number): void {
  if (amount <= 0) return;
  let left = amount;
  for (const { unix, net } of settlingAfter(world, account, currency, world.clock.nowUnix())) {
    const part = Math.min(left, Math.max(net, 0));
    if (part === 0) continue;
    const taken = { account, currency, source: id, description: 'Advance funding', availableUnix: unix };
    book(world, { ...taken, type: 'advance_funding', amount: -part });
    left -= part;
  }
  book(world, { account, currency, source: id, type: 'advance', amount: amount - left, description: 'Advance' });
}

/** Undoes what an instant payout was made with: its money did not arrive, so nothing of it stays. */
export function unfundInstantPayout(world: World, { id, account, amount, currency }: Started): void {
  const now = world.clock.nowUnix();
  const lines = world.store.all('balance_transaction', account, { source: id });
  for (const { type, amount: booked, availableUnix, description } of lines) {
    if (type !== 'advance' && type !== 'advance_funding') continue;
    const back = { account, currency, source: id, type, description, amount: -booked };
    book(world, { ...back, availableUnix: Math.max(availableUnix, now) });
  }
  if (priceFor(world, world.store.get('account', account)) !== null) return;
  bookForPlatform(world, { id, currency }, instantFee(world.settings.instantPayouts, amount));
}

function bookForPlatform(world: World, { id, currency }: Pick<Payout, 'id' | 'currency'>, amount: number): void {
  book(world, { account: world.platform, type: 'stripe_fee', amount, currency, source: id, description: FEE });
}
