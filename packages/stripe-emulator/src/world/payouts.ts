import { invalidRequest } from '../wire/stripe-error.ts';
import { defaultBankAccount, payoutsEnabled } from './accounts.ts';
import { putOnAgenda } from './agenda.ts';
import { addBusinessDays, DAY, dayOf } from './days.ts';
import { bankOfPlatform, failBankAccount } from './bank-accounts.ts';
import { emit } from './events.ts';
import { availableIn, book } from './ledger.ts';
import { step, type Transitions } from './lifecycle.ts';
import { ARRIVAL_DAYS } from './payout-schedule.ts';
import type { BankAccount, Metadata, Payout } from './state.ts';
import { born, type World } from './world.ts';

type Status = Payout['status'];

/** How a payout goes from state to state. */
export const PAYOUT_TRANSITIONS: Transitions<Status> = {
  pending: ['in_transit', 'canceled', 'paid', 'failed'],
  in_transit: ['paid', 'failed'],
  paid: ['failed'],
  failed: [],
  canceled: [],
};

const INSTANT_SECONDS = 30 * 60;

export interface NewPayout {
  readonly amount: number;
  readonly currency: string;
  readonly method?: Payout['method'] | undefined;
  readonly automatic?: boolean | undefined;
  /** The bank account; the currency's own unless told. */
  readonly destination?: string | undefined;
  readonly statementDescriptor?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly metadata?: Metadata | undefined;
}

/**
 * Sends money of an account to its bank.
 *
 * @throws {StripeError} balance_insufficient, payouts_not_allowed, or without a bank account in that currency.
 */
export function createPayout(world: World, account: string, wish: NewPayout): Payout {
  const currency = wish.currency.toLowerCase();
  const bank = requireBank(world, account, currency, wish.destination);
  requireFunds(world, account, currency, wish.amount);
  const { amount, method = 'standard', automatic = false } = wish;
  const now = world.clock.nowUnix();
  const arrivalUnix = method === 'instant' ? now + INSTANT_SECONDS : addBusinessDays(now, ARRIVAL_DAYS);
  const payout = born(world, 'po', account);
  const line = book(world, {
    account,
    type: 'payout',
    amount: -amount,
    currency,
    source: payout.id,
    description: 'STRIPE PAYOUT',
    ...(automatic && { payout: payout.id }),
  });
  world.store.insert('payout', {
    ...payout,
    amount,
    currency,
    status: automatic ? 'in_transit' : 'pending',
    arrivalUnix,
    automatic,
    method,
    destination: bank.id,
    balanceTransaction: line.id,
    failureBalanceTransaction: null,
    failureCode: null,
    statementDescriptor: wish.statementDescriptor ?? descriptorOf(world, account),
    description: wish.description ?? (automatic ? 'STRIPE PAYOUT' : null),
    metadata: wish.metadata ?? {},
  });
  if (!automatic && method === 'standard') putOnAgenda(world, dayOf(now) + DAY, 'payout_leaves', payout.id);
  putOnAgenda(world, arrivalUnix, 'payout_arrives', payout.id);
  emit(world, 'payout.created', 'payout', payout.id);
  return world.store.get('payout', payout.id);
}

/**
 * Takes a payout back before it has left.
 *
 * @throws {StripeError} once it has, and for automatic ones.
 */
export function cancelPayout(world: World, id: string): Payout {
  const { automatic, status } = world.store.get('payout', id);
  if (automatic || !PAYOUT_TRANSITIONS[status].includes('canceled'))
    throw invalidRequest(
      automatic
        ? 'Automatic payouts cannot be canceled.'
        : `Payouts can only be canceled while they are pending; this payout has a status of ${status}.`,
    );
  return comeBack(world, id, 'canceled', null);
}

/** The payout is on its way and can no longer be taken back. */
export function sendPayout(world: World, id: string): void {
  const { status } = world.store.get('payout', id);
  if (status !== 'pending') return;
  world.store.update('payout', id, { status: step(PAYOUT_TRANSITIONS, status, 'in_transit') });
  emit(world, 'payout.updated', 'payout', id, { status });
}

/** The payout reaches the bank, which takes it, or, where a test arranged so, sends it back. */
export function settlePayout(world: World, id: string): void {
  const { account: accountId, automatic, destination, status } = world.store.get('payout', id);
  if (status !== 'pending' && status !== 'in_transit') return;
  const bank = world.store.find('account', accountId)?.bankAccounts.find((known) => known.id === destination);
  const arranged = world.whims.failingPayouts.get(accountId);
  world.whims.failingPayouts.delete(accountId);
  const failure = arranged ?? bank?.failsWith ?? null;
  if (failure !== null) {
    comeBack(world, id, 'failed', failure);
    failBankAccount(world, accountId, destination);
    return;
  }
  world.store.update('payout', id, { status: step(PAYOUT_TRANSITIONS, status, 'paid') });
  emit(world, 'payout.paid', 'payout', id, { status });
  if (automatic) emit(world, 'payout.reconciliation_completed', 'payout', id);
}

function comeBack(world: World, id: string, to: 'canceled' | 'failed', failureCode: string | null): Payout {
  const { account, amount, currency, status } = world.store.get('payout', id);
  const line = book(world, {
    account,
    type: to === 'failed' ? 'payout_failure' : 'payout_cancel',
    amount,
    currency,
    source: id,
    description: to === 'failed' ? 'PAYOUT FAILURE' : 'PAYOUT CANCEL',
  });
  const payout = world.store.update('payout', id, {
    status: step(PAYOUT_TRANSITIONS, status, to),
    failureCode,
    failureBalanceTransaction: line.id,
  });
  emit(world, `payout.${to}`, 'payout', id, { status });
  return payout;
}

/** What payouts of the account are called at its bank, unless one says otherwise. */
function descriptorOf({ store }: World, account: string): string | null {
  return store.find('account', account)?.payoutDescriptor ?? null;
}

function requireBank(world: World, id: string, currency: string, destination: string | undefined): BankAccount {
  if (id === world.platform) return bankOfPlatform(world, currency);
  const account = world.store.find('account', id);
  const named = account?.bankAccounts.find((bank) => bank.id === destination);
  if (destination !== undefined && named === undefined)
    throw invalidRequest(`No such external account: '${destination}'`, {
      code: 'resource_missing',
      param: 'destination',
    });
  const bank = named ?? (account && defaultBankAccount(account, currency));
  if (bank === undefined || bank.currency !== currency)
    throw invalidRequest(`Sorry, you don't have any external accounts in that currency (${currency}).`, {
      param: 'currency',
    });
  if (account === undefined || !payoutsEnabled(world, account) || bank.status === 'errored')
    throw invalidRequest("Payouts have been disabled on the connected account. Check the connected account's status.", {
      code: 'payouts_not_allowed',
    });
  return bank;
}

function requireFunds(world: World, account: string, currency: string, amount: number): void {
  if (availableIn(world, account, currency) >= amount) return;
  throw invalidRequest(
    'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
    { code: 'balance_insufficient' },
  );
}
