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
  return { bankName: `${brand.charAt(0).toUpperCase()}${brand.slice(1)} debit card`, last4, currency };
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
    failure:
      payout.failureCode === null ? null : (failures[payout.failureCode] ?? failures['could_not_process'] ?? null),
    contents: { rows, next: more ? (rows.at(-1)?.id ?? null) : null },
  };
}

const failures: Readonly<Record<string, string>> = {
  account_closed: 'The bank account has been closed. The money is back in your balance.',
  account_frozen: 'The bank account has been frozen. The money is back in your balance.',
  could_not_process: 'The bank could not process this payout. The money is back in your balance.',
  debit_not_authorized: 'The bank does not allow this. The money is back in your balance.',
  insufficient_funds: 'The balance was too low for this payout. The money is back in your balance.',
  invalid_currency: 'The bank account does not take this currency. The money is back in your balance.',
  no_account: 'The bank account could not be found. The money is back in your balance.',
};

const texts: Readonly<Record<BalanceTransaction['type'], string>> = {
  charge: 'Payment',
  refund: 'Refund',
  refund_failure: 'Refund that failed',
  transfer: 'Transfer',
  transfer_refund: 'Transfer reversal',
  payment: 'Payment',
  payment_refund: 'Payment refund',
  stripe_fee: 'Stripe fee',
  adjustment: 'Dispute',
  application_fee: 'Application fee',
  application_fee_refund: 'Application fee given back',
  payout: 'Payout',
  payout_failure: 'Payout that failed',
  payout_minimum_balance_hold: 'Minimum balance held back',
  payout_minimum_balance_release: 'Minimum balance released',
  payout_cancel: 'Payout canceled',
  advance: 'Advance for an instant payout',
  advance_funding: 'Advanced to an instant payout',
};

/** Tells one line of the ledger as its owner reads it. */
export function contentOf({ store }: World, booking: BalanceTransaction): PayoutContent {
  const { id, type, amount, net, createdUnix, source, description } = booking;
  const paid = type === 'charge' ? store.find('charge', source)?.description : description;
  return { id, text: paid ?? texts[type], amount, fee: amount - net, net, createdUnix };
}
