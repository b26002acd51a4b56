import type { Charge, Dispute, PaymentIntent, Refund } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { TimelineEntry, Tone } from '../frame-data.ts';
import type { Payment } from './payment-status.ts';

/** Tells what happened to a payment, newest first. */
export function timelineOf({ store }: World, { intent, dispute }: Payment): readonly TimelineEntry[] {
  const { account, id } = intent;
  const told = [
    entry(intent.createdUnix, 'Payment started', 'neutral'),
    ...store.all('charge', account, { paymentIntent: id }).flatMap((charge) => tryEntries(charge)),
    ...canceled(intent),
    ...store.all('refund', account, { paymentIntent: id }).map(refundEntry),
    ...(dispute === undefined ? [] : disputeEntries(dispute)),
  ];
  // What happened within one second was told in its order; the newest goes first.
  return told.toReversed().toSorted((one, other) => other.atUnix - one.atUnix);
}

function entry(atUnix: number, text: string, tone: Tone, amount?: number): TimelineEntry {
  return { atUnix, text, tone, ...(amount !== undefined && { amount }) };
}

function tryEntries({ createdUnix, status, failure, blocked, captured, amountCaptured }: Charge): TimelineEntry[] {
  if (status === 'failed') {
    const what = blocked ? 'Payment blocked' : 'Payment failed';
    return [entry(createdUnix, failure === null ? what : `${what}: ${failure.message}`, 'danger')];
  }
  if (status === 'pending') return [entry(createdUnix, 'Payment is being processed', 'neutral')];
  if (!captured) return [entry(createdUnix, 'Payment authorised, not captured yet', 'warning')];
  return [entry(createdUnix, 'Payment succeeded', 'success', amountCaptured)];
}

function canceled({ canceledUnix }: PaymentIntent): TimelineEntry[] {
  return canceledUnix === null ? [] : [entry(canceledUnix, 'Payment canceled', 'neutral')];
}

const refundTexts: Readonly<Record<Refund['status'], readonly [text: string, tone: Tone]>> = {
  pending: ['Refund started', 'neutral'],
  requires_action: ['Refund waits for the customer', 'warning'],
  succeeded: ['Refunded', 'neutral'],
  failed: ['Refund failed; the money is back in the balance', 'danger'],
  canceled: ['Refund canceled', 'neutral'],
};

function refundEntry({ createdUnix, status, amount }: Refund): TimelineEntry {
  const [text, tone] = refundTexts[status];
  return entry(createdUnix, text, tone, amount);
}

const outcomes: Readonly<Partial<Record<Dispute['status'], readonly [text: string, tone: Tone]>>> = {
  under_review: ['Evidence is with the customer’s bank', 'neutral'],
  warning_under_review: ['Answer is with the customer’s bank', 'neutral'],
  won: ['Dispute won', 'success'],
  lost: ['Dispute lost', 'danger'],
  warning_closed: ['Inquiry closed', 'neutral'],
};

function disputeEntries({ createdUnix, status, amount }: Dispute): TimelineEntry[] {
  const inquiry = status.startsWith('warning');
  const opened = entry(
    createdUnix,
    inquiry ? 'The customer’s bank asked about it' : 'Dispute opened',
    'danger',
    amount,
  );
  const outcome = outcomes[status];
  // When a dispute was answered or decided is not kept; it cannot have been before it was opened.
  return outcome === undefined ? [opened] : [opened, entry(createdUnix, ...outcome)];
}
