import type { Charge, Dispute, PaymentError, PaymentIntent, Refund } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { TimelineEntry, Tone } from '../frame-data.ts';
import type { Payment } from './payment-status.ts';

/** Tells what happened to a payment, newest first. */
export function timelineOf({ store }: World, { intent, dispute }: Payment): readonly TimelineEntry[] {
  const { account, id } = intent;
  const told = [
    entry(intent.createdUnix, 'started', 'neutral'),
    ...store.all('charge', account, { paymentIntent: id }).flatMap((charge) => tryEntries(charge)),
    ...canceled(intent),
    ...store.all('refund', account, { paymentIntent: id }).map(refundEntry),
    ...(dispute === undefined ? [] : disputeEntries(dispute)),
  ];
  // What happened within one second was told in its order; the newest goes first.
  return told.toReversed().toSorted((one, other) => other.atUnix - one.atUnix);
}

type Event = TimelineEntry['event'];

function entry(atUnix: number, event: Event, tone: Tone, amount?: number): TimelineEntry {
  return { atUnix, event, tone, ...(amount !== undefined && { amount }) };
}

/** Says why a payment failed: the bank's own code where it gives one. */
export function failureCodeOf({ code, declineCode }: Pick<PaymentError, 'code' | 'declineCode'>): string {
  return declineCode ?? code;
}

function tryEntries({ createdUnix, status, failure, blocked, captured, amountCaptured }: Charge): TimelineEntry[] {
  if (status === 'failed') {
    const failed = entry(createdUnix, blocked ? 'blocked' : 'failed', 'danger');
    return [{ ...failed, ...(failure !== null && { failure: failureCodeOf(failure) }) }];
  }
  if (status === 'pending') return [entry(createdUnix, 'processing', 'neutral')];
  if (!captured) return [entry(createdUnix, 'authorised', 'warning')];
  return [entry(createdUnix, 'succeeded', 'success', amountCaptured)];
}

function canceled({ canceledUnix }: PaymentIntent): TimelineEntry[] {
  return canceledUnix === null ? [] : [entry(canceledUnix, 'canceled', 'neutral')];
}

const refundTones: Readonly<Record<Refund['status'], Tone>> = {
  pending: 'neutral',
  requires_action: 'warning',
  succeeded: 'neutral',
  failed: 'danger',
  canceled: 'neutral',
};

function refundEntry({ createdUnix, status, amount }: Refund): TimelineEntry {
  return entry(createdUnix, `refund_${status}`, refundTones[status], amount);
}

const outcomes: Readonly<Partial<Record<Dispute['status'], readonly [event: Event, tone: Tone]>>> = {
  under_review: ['dispute_under_review', 'neutral'],
  warning_under_review: ['dispute_warning_under_review', 'neutral'],
  won: ['dispute_won', 'success'],
  lost: ['dispute_lost', 'danger'],
  warning_closed: ['dispute_warning_closed', 'neutral'],
};

function disputeEntries({ createdUnix, status, amount }: Dispute): TimelineEntry[] {
  const inquiry = status.startsWith('warning');
  const opened = entry(createdUnix, inquiry ? 'inquiry_opened' : 'dispute_opened', 'danger', amount);
  const outcome = outcomes[status];
  // When a dispute was answered or decided is not kept; it cannot have been before it was opened.
  return outcome === undefined ? [opened] : [opened, entry(createdUnix, ...outcome)];
}
