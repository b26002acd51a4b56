import { invalidRequest } from '../wire/stripe-error.ts';
import { putOnAgenda } from './agenda.ts';
import { refundApplicationFee } from './application-fees.ts';
import { amountInWords } from './currencies.ts';
import { isInquiry } from './dispute-states.ts';
import { closeDispute } from './disputes.ts';
import { emit } from './events.ts';
import { book, notBefore } from './ledger.ts';
import { step, type Transitions } from './lifecycle.ts';
import { behaviourOf } from './payment-methods.ts';
import { type PartBack, proportionOf } from './proportion.ts';
import type { Charge, Fee, Metadata, Refund } from './state.ts';
import { reverseForRefund } from './transfer-reversals.ts';
import { born, type World } from './world.ts';

type Status = Refund['status'];

/** How a refund goes from state to state: also one that seemed to have worked can fail. */
export const REFUND_TRANSITIONS: Transitions<Status> = {
  pending: ['succeeded', 'failed', 'canceled'],
  requires_action: ['pending', 'succeeded', 'failed', 'canceled'],
  succeeded: ['failed'],
  failed: [],
  canceled: [],
};

/** Seconds after which the test cards for refunds show what becomes of theirs. */
export const REFUND_SETTLES_AFTER = 60;

export interface NewRefund {
  readonly account: string;
  readonly charge: string;
  /** All that is left unless told. */
  readonly amount?: number | undefined;
  readonly reason?: Refund['reason'] | undefined;
  /** Gives the same part of the platform's fee back to the account. */
  readonly refundApplicationFee?: boolean | undefined;
  /** Takes the same part of the charge's transfer back from the account. */
  readonly reverseTransfer?: boolean | undefined;
  readonly metadata?: Metadata | undefined;
}

/**
 * Gives a customer money back.
 *
 * @throws {StripeError} when there is not that much to give, or a dispute is already about it.
 */
export function createRefund(world: World, { account, charge: chargeId, ...wish }: NewRefund): Refund {
  const charge = world.store.get('charge', chargeId);
  const before = world.render(world, 'charge', world.store.get('charge', chargeId));
  requireRefundable(world, charge);
  const left = charge.amountCaptured - charge.amountRefunded;
  const amount = wish.amount ?? left;
  if (amount > left)
    throw invalidRequest(
      `Refund amount (${inWords(amount, charge)}) is greater than unrefunded amount on charge (${inWords(left, charge)})`,
      { param: 'amount' },
    );
  const refund = born(world, 're', account);
  const transferReversal =
    wish.reverseTransfer === true ? takeTransferBack(world, charge, refund.id, amount, wish) : null;
  const returned = wish.refundApplicationFee === true && transferReversal === null ? feeBack(world, charge, amount) : 0;
  const line = bookRefund(world, charge, refund.id, amount, returned);
  const { refunds } = behaviourOf(charge.card);
  world.store.insert('refund', {
    ...refund,
    amount,
    currency: charge.currency,
    charge: chargeId,
    paymentIntent: charge.paymentIntent,
    reason: wish.reason ?? null,
    status: refunds === 'pending' ? 'pending' : 'succeeded',
    balanceTransaction: line,
    failureBalanceTransaction: null,
    failureReason: null,
    transferReversal,
    metadata: wish.metadata ?? {},
  });
  world.store.update('charge', chargeId, { amountRefunded: charge.amountRefunded + amount });
  if (refunds !== undefined)
    putOnAgenda(world, world.clock.nowUnix() + REFUND_SETTLES_AFTER, 'refund_settles', refund.id);
  emit(world, 'refund.created', 'refund', refund.id);
  emit(world, 'charge.refunded', 'charge', chargeId, before);
  if (amount === left) endInquiry(world, charge);
  return world.store.get('refund', refund.id);
}

/** Shows what becomes of a refund to one of the test cards for refunds. */
export function settleRefund(world: World, id: string): void {
  const refund = world.store.get('refund', id);
  const { refunds } = behaviourOf(world.store.get('charge', refund.charge).card);
  if (refunds === 'fail' && refund.status === 'succeeded') failRefund(world, id);
  if (refunds !== 'pending' || refund.status !== 'pending') return;
  const before = world.render(world, 'refund', world.store.get('refund', id));
  world.store.update('refund', id, { status: step(REFUND_TRANSITIONS, refund.status, 'succeeded') });
  emit(world, 'refund.updated', 'refund', id, before);
}

/** The customer's bank sends a refund back: the money is the account's again. */
export function failRefund(world: World, id: string, reason = 'unknown'): Refund {
  return takeBack(world, id, 'failed', reason);
}

/**
 * Takes a refund back before it is on its way.
 *
 * @throws {StripeError} once it is.
 */
export function cancelRefund(world: World, id: string): Refund {
  const { status } = world.store.get('refund', id);
  if (!REFUND_TRANSITIONS[status].includes('canceled'))
    throw invalidRequest(`Refund ${id} cannot be canceled because it has a status of ${status}.`);
  return takeBack(world, id, 'canceled', null);
}

function takeBack(world: World, id: string, to: 'canceled' | 'failed', failureReason: string | null): Refund {
  const refund = world.store.get('refund', id);
  const { account, amount, currency, status } = refund;
  const before = world.render(world, 'refund', world.store.get('refund', id));
  const chargeBefore = world.render(world, 'charge', world.store.get('charge', refund.charge));
  const line = book(world, {
    account,
    type: 'refund_failure',
    amount,
    currency,
    source: id,
    description: to === 'failed' ? `Refund failure for ${id}` : `Refund canceled for ${id}`,
    availableUnix: notBefore(world, refund.balanceTransaction),
  });
  world.store.update('refund', id, {
    status: step(REFUND_TRANSITIONS, status, to),
    failureReason,
    failureBalanceTransaction: line.id,
  });
  const { amountRefunded } = world.store.get('charge', refund.charge);
  world.store.update('charge', refund.charge, { amountRefunded: amountRefunded - amount });
  emit(world, to === 'failed' ? 'refund.failed' : 'refund.updated', 'refund', id, before);
  emit(world, 'charge.updated', 'charge', refund.charge, chargeBefore);
  return world.store.get('refund', id);
}

function requireRefundable(world: World, charge: Charge): void {
  const { id, amountCaptured, amountRefunded, dispute, captured } = charge;
  if (!captured)
    throw invalidRequest(
      charge.paymentIntent === null
        ? `Charge ${id} has not been captured.`
        : `This PaymentIntent (${charge.paymentIntent}) does not have a successful charge to refund.`,
    );
  if (dispute !== null && !isInquiry(world.store.get('dispute', dispute)))
    throw invalidRequest(`Charge ${id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
  if (amountRefunded === amountCaptured)
    throw invalidRequest(`Charge ${id} has already been refunded.`, { code: 'charge_already_refunded' });
}

/** The platform's fee goes back in the proportion of the refund, and never more than is left of it. */
function returnFee(world: World, charge: Charge, amount: number): number {
  if (charge.applicationFee === null) return 0;
  const fee = world.store.get('application_fee', charge.applicationFee);
  const left = fee.amount - fee.amountRefunded;
  const share = Math.min(left, proportionOf(fee.amount, partOf(charge, amount)));
  if (share > 0) refundApplicationFee(world, fee, share);
  return share;
}

function takeTransferBack(
  world: World,
  charge: Charge,
  refund: string,
  amount: number,
  wish: Omit<NewRefund, 'account' | 'charge'>,
) {
  if (typeof charge.transfer !== 'string')
    throw invalidRequest(`Cannot reverse transfer on charge ${charge.id} because it has no associated transfer.`, {
      param: 'reverse_transfer',
    });
  const part = partOf(charge, amount);
  return reverseForRefund(world, charge.transfer, { refund, part, withFee: wish.refundApplicationFee === true });
}

function partOf({ amountCaptured: whole, amountRefunded: before }: Charge, amount: number): PartBack {
  return { amount, before, whole };
}

/** On a direct charge the fee comes back with the refund's own line, on a destination charge with one of the account's. */
function feeBack(world: World, charge: Charge, amount: number): number {
  const returned = returnFee(world, charge, amount);
  if (returned === 0 || typeof charge.transfer !== 'string') return returned;
  const { destination, destinationPayment } = world.store.get('transfer', charge.transfer);
  book(world, {
    account: destination,
    type: 'adjustment',
    amount: returned,
    currency: charge.currency,
    source: destinationPayment,
    description: 'Application fee refund',
    availableUnix: notBefore(world, charge.balanceTransaction),
    side: 'between',
  });
  return 0;
}

function bookRefund(world: World, charge: Charge, source: string, amount: number, returnedFee: number): string {
  const { account, currency } = charge;
  const description = `${world.settings.platformName} application fee`;
  const fees: readonly Fee[] = returnedFee > 0 ? [{ type: 'application_fee', amount: -returnedFee, description }] : [];
  const line = book(world, {
    account,
    type: 'refund',
    amount: -amount,
    fees,
    currency,
    source,
    description: charge.description === null ? 'REFUND FOR CHARGE' : `REFUND FOR CHARGE (${charge.description})`,
    availableUnix: notBefore(world, charge.balanceTransaction),
  });
  return line.id;
}

/** A bank that only asked does not ask on once its customer has the money back. */
function endInquiry(world: World, { dispute }: Charge): void {
  if (dispute === null) return;
  const { status } = world.store.get('dispute', dispute);
  if (status !== 'warning_closed') closeDispute(world, dispute, 'won');
}

function inWords(amount: number, { currency }: Charge): string {
  return amountInWords(amount, currency).split(' ', 1)[0] ?? '';
}
