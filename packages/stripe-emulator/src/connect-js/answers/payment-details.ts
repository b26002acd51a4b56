import type { BalanceTransaction, Charge, Dispute } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { DisputeSummary, FeeKind, PaymentDetails } from '../frame-data.ts';
import { paymentOf, type Payment } from './payment-status.ts';
import { failureCodeOf, timelineOf } from './payment-timeline.ts';
import { paymentRow } from './payments.ts';

/** What may be done with a payment by whoever asks. */
export type PaymentRights = { readonly refund: boolean; readonly capture: boolean; readonly answerDispute: boolean };

/** Finds a payment of an account by its own id or that of its charge. */
export function findPayment(world: World, account: string, id: string): Payment | undefined {
  const intentId = id.startsWith('ch_') ? world.store.find('charge', id)?.paymentIntent : id;
  const intent = intentId === undefined || intentId === null ? undefined : world.store.find('payment_intent', intentId);
  return intent?.account === account ? paymentOf(world, intent) : undefined;
}

/** Tells everything about a payment, and what may be done with it. */
export function paymentDetails(world: World, payment: Payment, rights: PaymentRights): PaymentDetails {
  const { intent, charge, dispute } = payment;
  const bookings = charge === undefined ? [] : bookingsOf(world, charge, dispute);
  return {
    ...paymentRow(world, payment),
    failure: intent.status === 'succeeded' || intent.lastError === null ? null : failureCodeOf(intent.lastError),
    fees: feesOf(bookings),
    net: bookings.length === 0 ? null : bookings.reduce((sum, { net }) => sum + net, 0),
    timeline: timelineOf(world, payment),
    dispute: dispute === undefined ? null : disputeSummary(dispute, rights.answerDispute),
    refundable: rights.refund ? refundableOf(payment) : 0,
    capturable: rights.capture && intent.status === 'requires_capture' ? intent.amount : 0,
  };
}

/** Says how much of a payment can still be given back. */
export function refundableOf({ intent, charge, dispute }: Payment): number {
  if (intent.status !== 'succeeded' || charge === undefined) return 0;
  const lost = dispute !== undefined && !dispute.status.startsWith('warning') && dispute.status !== 'won';
  return lost ? 0 : Math.max(charge.amountCaptured - charge.amountRefunded, 0);
}

const ANSWERABLE = new Set(['needs_response', 'warning_needs_response']);

/** Writes a dispute as it is shown beside its payment. */
export function disputeSummary(dispute: Dispute, mayAnswer: boolean): DisputeSummary {
  const waits = ANSWERABLE.has(dispute.status);
  return {
    id: dispute.id,
    amount: dispute.amount,
    currency: dispute.currency,
    status: dispute.status,
    reason: dispute.reason,
    answerDueUnix: waits ? dispute.dueUnix : null,
    mayAnswer: waits && mayAnswer,
  };
}

/** Every line that the ledger has for a charge, its refunds and its dispute. */
function bookingsOf({ store }: World, charge: Charge, dispute: Dispute | undefined): readonly BalanceTransaction[] {
  const refunds =
    charge.amountRefunded > 0 || charge.captured ? store.all('refund', charge.account, { charge: charge.id }) : [];
  const ids = [
    charge.balanceTransaction,
    ...refunds.flatMap(({ balanceTransaction, failureBalanceTransaction }) => [
      balanceTransaction,
      failureBalanceTransaction,
    ]),
    ...(dispute?.balanceTransactions ?? []),
  ];
  return ids.flatMap((id) => (id === null ? [] : [store.get('balance_transaction', id)]));
}

/** Adds up what was taken off, by what it was for; a fee that was given back in full is not shown. */
function feesOf(bookings: readonly BalanceTransaction[]): PaymentDetails['fees'] {
  const sums = new Map<FeeKind, number>();
  const add = (kind: FeeKind, amount: number): void => void sums.set(kind, (sums.get(kind) ?? 0) + amount);
  for (const { type, amount, fees } of bookings) {
    if (type === 'adjustment') add('dispute', -amount);
    for (const fee of fees) add(type === 'adjustment' ? 'dispute_fee' : fee.type, fee.amount);
  }
  return Array.from(sums, ([kind, amount]) => ({ kind, amount })).filter(({ amount }) => amount !== 0);
}
