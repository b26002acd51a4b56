import { invalidRequest } from '../wire/stripe-error.ts';
import { takePayoutFailure } from './arrangements.ts';
import { defaultBankAccount, payoutsEnabled } from './accounts.ts';
import { putOnAgenda } from './agenda.ts';
import { addBusinessDays, DAY, dayOf } from './days.ts';
import { bankOfPlatform, failBankAccount } from './bank-accounts.ts';
import { emit } from './events.ts';
import { fundInstantPayout, instantFees, requireInstant, unfundInstantPayout } from './instant-payouts.ts';
import { availableIn, book, notBefore } from './ledger.ts';
import { step, type Transitions } from './lifecycle.ts';
import { instantDestinationsOf, payoutDestinationsOf, type PayoutDestination } from './payout-destinations.ts';
import { ARRIVAL_DAYS } from './payout-schedule.ts';
import type { Account, Fee, Metadata, Payout } from './state.ts';
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
  /** The bank account or debit card; the currency's own bank account unless told. */
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
  const destination = requireDestination(world, account, currency, wish);
  if (wish.method === 'instant') requireInstant(world, account, destination, { amount: wish.amount, currency });
  else requireFunds(world, account, currency, wish.amount);
  return startPayout(world, account, { ...wish, currency, destination: destination.id });
}

/** A payout that nothing stands in the way of. */
interface AllowedPayout extends NewPayout {
  readonly destination: string;
  /** The payout that it takes back. */
  readonly originalPayout?: string;
}

/** Books a payout and sends it on its way; what it needs was checked before. */
export function startPayout(world: World, account: string, wish: AllowedPayout): Payout {
  const { amount, currency, destination, method = 'standard', automatic = false, originalPayout } = wish;
  const instant = method === 'instant';
  const now = world.clock.nowUnix();
  const arrivalUnix = instant ? now + INSTANT_SECONDS : addBusinessDays(now, ARRIVAL_DAYS);
  const payout = born(world, 'po', account);
  if (instant) fundInstantPayout(world, { ...payout, amount, currency });
  const line = book(world, {
    account,
    type: 'payout',
    amount: -amount,
    currency,
    source: payout.id,
    description: 'STRIPE PAYOUT',
    ...(instant && { fees: instantFees(world, account, amount) }),
    // What a bank is asked to give back counts on the day after it did: nothing is paid out of what it keeps.
    ...(originalPayout !== undefined && { availableUnix: addBusinessDays(now, ARRIVAL_DAYS + 1) }),
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
    destination,
    balanceTransaction: line.id,
    failureBalanceTransaction: null,
    failureCode: null,
    statementDescriptor: wish.statementDescriptor ?? descriptorOf(world, account),
    description: wish.description ?? (automatic ? 'STRIPE PAYOUT' : null),
    metadata: wish.metadata ?? {},
    ...(originalPayout !== undefined && { originalPayout }),
  });
  if (!automatic && !instant) putOnAgenda(world, dayOf(now) + DAY, 'payout_leaves', payout.id);
  putOnAgenda(world, arrivalUnix, 'payout_arrives', payout.id);
  if (originalPayout !== undefined) tellReversal(world, originalPayout, payout.id);
  emit(world, 'payout.created', 'payout', payout.id);
  return world.store.get('payout', payout.id);
}

/** Stripe tells of the payout that is taken back first. */
function tellReversal(world: World, original: string, reversedBy: string): void {
  world.store.update('payout', original, { reversedBy });
  emit(world, 'payout.updated', 'payout', original, { reversed_by: null });
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
  const { account: accountId, automatic, destination, method, status } = world.store.get('payout', id);
  if (status !== 'pending' && status !== 'in_transit') return;
  const owner = world.store.find('account', accountId);
  const reached = owner && payoutDestinationsOf(owner).find((known) => known.id === destination);
  const failure = takePayoutFailure(world, accountId) ?? failureAt(reached, method);
  if (failure !== null) {
    comeBack(world, id, 'failed', failure);
    cancelReversal(world, id);
    failBankAccount(world, accountId, destination);
    return;
  }
  world.store.update('payout', id, { status: step(PAYOUT_TRANSITIONS, status, 'paid') });
  emit(world, 'payout.paid', 'payout', id, { status });
  if (automatic) emit(world, 'payout.reconciliation_completed', 'payout', id);
}

/** What did not arrive need not be taken back, unless the bank was asked already. */
function cancelReversal(world: World, id: string): void {
  const { reversedBy } = world.store.get('payout', id);
  if (reversedBy === undefined || world.store.get('payout', reversedBy).status !== 'pending') return;
  comeBack(world, reversedBy, 'canceled', null);
}

function failureAt(reached: PayoutDestination | undefined, method: Payout['method']): string | null {
  const ofInstant = reached !== undefined && 'failsInstantlyWith' in reached ? reached.failsInstantlyWith : null;
  return (method === 'instant' ? ofInstant : null) ?? reached?.failsWith ?? null;
}

function comeBack(world: World, id: string, to: 'canceled' | 'failed', failureCode: string | null): Payout {
  const before = world.store.get('payout', id);
  const { account, amount, currency, status } = before;
  const line = book(world, {
    account,
    type: to === 'failed' ? 'payout_failure' : 'payout_cancel',
    amount,
    currency,
    source: id,
    description: to === 'failed' ? 'PAYOUT FAILURE' : 'PAYOUT CANCEL',
    availableUnix: notBefore(world, before.balanceTransaction),
    fees: feesGivenBack(world, before),
  });
  if (before.method === 'instant') unfundInstantPayout(world, before);
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

/** What Stripe took for a payout that did not arrive; whether it does give that back is not verified. */
function feesGivenBack({ store }: World, { balanceTransaction }: Payout): readonly Fee[] {
  return store.get('balance_transaction', balanceTransaction).fees.map((fee) => ({ ...fee, amount: -fee.amount }));
}

function requireDestination(
  world: World,
  id: string,
  currency: string,
  { destination: name, method }: Pick<NewPayout, 'destination' | 'method'>,
): PayoutDestination {
  if (id === world.platform) return bankOfPlatform(world, currency);
  const owner = world.store.find('account', id);
  const named = owner && payoutDestinationsOf(owner).find((known) => known.id === name);
  if (name !== undefined && named === undefined)
    throw invalidRequest(`No such external account: '${name}'`, { code: 'resource_missing', param: 'destination' });
  const destination = named ?? (owner && usualDestination(owner, currency, method));
  if (destination === undefined || destination.currency !== currency)
    throw invalidRequest(`Sorry, you don't have any external accounts in that currency (${currency}).`, {
      param: 'currency',
    });
  if (owner === undefined || !payoutsEnabled(world, owner) || destination.status === 'errored')
    throw invalidRequest("Payouts have been disabled on the connected account. Check the connected account's status.", {
      code: 'payouts_not_allowed',
    });
  return destination;
}

function usualDestination(
  owner: Account,
  currency: string,
  method: NewPayout['method'],
): PayoutDestination | undefined {
  const instant = method === 'instant' ? instantDestinationsOf(owner, currency)[0] : undefined;
  // One that failed is better than none: it says why nothing can be paid out.
  return (
    instant ?? defaultBankAccount(owner, currency) ?? owner.bankAccounts.find((bank) => bank.currency === currency)
  );
}

function requireFunds(world: World, account: string, currency: string, amount: number): void {
  if (availableIn(world, account, currency) >= amount) return;
  throw invalidRequest(
    'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
    { code: 'balance_insufficient' },
  );
}
