import { defaultBankOf } from '../../world/default-banks.ts';
import { isDebitCard, payoutDestinationsOf, type PayoutDestination } from '../../world/payout-destinations.ts';
import type { Account, BalanceTransaction, Payout } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { BankSummary, Page, PayoutContent, PayoutDetails, PayoutRow, PayoutSchedule } from '../frame-data.ts';
import { PAGE_SIZE } from './payments.ts';

/** Lists payouts, newest first. */
export function payoutsPage(world: World, account: Account, after: string | undefined): Page<PayoutRow> {
  const { rows, hasMore } = world.store.list('payout', { account: account.id, limit: PAGE_SIZE, startingAfter: after });
  return { rows: rows.map((payout) => payoutRow(account, payout)), next: hasMore ? (rows.at(-1)?.id ?? null) : null };
}

function payoutRow(account: Account, payout: Payout): PayoutRow {
  const { id, amount, currency, status, arrivalUnix, createdUnix, automatic, method, destination } = payout;
  const reached = payoutDestinationsOf(account).find((known) => known.id === destination);
  return {
    id,
    amount,
    currency,
    status,
    arrivalUnix,
    createdUnix,
    automatic,
    method,
    bank: reached ? destinationSummary(reached) : null,
  };
}

/** Names a bank account by what its owner knows of it. */
export function bankSummary({ bankName, last4, currency }: BankSummary): BankSummary {
  return { bankName, last4, currency };
}

/** Names a bank account or a debit card by what its owner knows of it. */
export function destinationSummary(destination: PayoutDestination): BankSummary {
  if (!isDebitCard(destination)) return bankSummary(destination);
  const { brand, last4, currency } = destination;
  return { bankName: `${brand.charAt(0).toUpperCase()}${brand.slice(1)}`, last4, currency, isDebitCard: true };
}

/** Names the bank account that payouts go to first. */
export function bankOf(account: Account): BankSummary | null {
  const bank = defaultBankOf(account, account.defaultCurrency) ?? account.bankAccounts[0];
  return bank === undefined ? null : bankSummary(bank);
}

export function scheduleOf({ payoutSchedule: { interval, weeklyDays, monthlyDays } }: Account): PayoutSchedule {
  return { interval, weeklyDays, monthlyDays };
}

const CONTENTS_AT_ONCE = 100;

/** Tells everything about a payout, with what is in it; undefined when the account has no such payout. */
export function payoutDetails(world: World, account: Account, id: string): PayoutDetails | undefined {
  const payout = world.store.find('payout', id);
  if (payout === undefined || payout.account !== account.id) return undefined;
  const inside = world.store
    .all('balance_transaction', account.id, { payout: id })
    .filter(({ source }) => source !== id)
    .toReversed();
  const rows = inside.slice(0, CONTENTS_AT_ONCE).map((booking) => contentOf(world, booking));
  const more = inside.length > CONTENTS_AT_ONCE;
  return {
    ...payoutRow(account, payout),
    failure: payout.failureCode,
    contents: { rows, next: more ? (rows.at(-1)?.id ?? null) : null },
  };
}

/** Tells one line of the ledger as its owner reads it. */
export function contentOf({ store }: World, booking: BalanceTransaction): PayoutContent {
  const { id, type, amount, net, createdUnix, source } = booking;
  const charge = type === 'refund' ? store.find('refund', source)?.charge : source;
  const description = charge === undefined ? null : (store.find('charge', charge)?.description ?? null);
  return { id, type, description, amount, fee: amount - net, net, createdUnix };
}
