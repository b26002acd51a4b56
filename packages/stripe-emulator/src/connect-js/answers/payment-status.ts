import type { Charge, Dispute, PaymentIntent } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { PaymentStatus } from '../frame-data.ts';

/** A payment with what became of it. */
export type Payment = {
  readonly intent: PaymentIntent;
  /** The newest try; undefined before the first one. */
  readonly charge: Charge | undefined;
  readonly dispute: Dispute | undefined;
};

/** Gathers what belongs to a payment. */
export function paymentOf({ store }: World, intent: PaymentIntent): Payment {
  const charge = intent.latestCharge === null ? undefined : store.find('charge', intent.latestCharge);
  const disputeId = charge?.dispute ?? null;
  return { intent, charge, dispute: disputeId === null ? undefined : store.find('dispute', disputeId) };
}

/** Says what was given back of a payment; what was never captured was not taken in the first place. */
export function refundedOf({ charge }: Payment): number {
  if (charge === undefined) return 0;
  return Math.min(charge.amountRefunded, charge.amountCaptured);
}

/** Says what a payment is about: what was taken, otherwise what was asked for. */
export function amountOf({ intent }: Payment): number {
  return intent.status === 'succeeded' && intent.amountReceived > 0 ? intent.amountReceived : intent.amount;
}

const CLOSED_WELL = new Set(['won', 'warning_closed']);

/** Says in one word how a payment stands. */
export function statusOf(world: World, payment: Payment): PaymentStatus {
  const { intent, charge, dispute } = payment;
  if (intent.status === 'canceled') return 'canceled';
  if (intent.status === 'requires_capture') return 'uncaptured';
  if (intent.status === 'processing') return 'pending';
  if (intent.status !== 'succeeded') return unfinished(charge);
  if (dispute !== undefined && !CLOSED_WELL.has(dispute.status)) return 'disputed';
  return refundStatus(world, payment);
}

function unfinished(charge: Charge | undefined): PaymentStatus {
  if (charge?.status !== 'failed') return 'incomplete';
  return charge.blocked ? 'blocked' : 'failed';
}

function refundStatus(world: World, payment: Payment): PaymentStatus {
  const refunded = refundedOf(payment);
  if (refunded === 0 || payment.charge === undefined) return 'successful';
  const { account, id } = payment.charge;
  const refunds = world.store.all('refund', account, { charge: id });
  if (refunds.some(({ status }) => status === 'pending')) return 'refund_pending';
  return refunded < payment.charge.amountCaptured ? 'partially_refunded' : 'refunded';
}
