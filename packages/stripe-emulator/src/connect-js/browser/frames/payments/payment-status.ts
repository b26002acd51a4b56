import type { PaymentStatus, Tone } from '../../../frame-data.ts';

/** Each state of a payment in the seller's words. */
export const paymentStatuses: Record<PaymentStatus, { readonly label: string; readonly tone: Tone }> = {
  successful: { label: 'Succeeded', tone: 'success' },
  pending: { label: 'Pending', tone: 'neutral' },
  uncaptured: { label: 'Uncaptured', tone: 'warning' },
  partially_refunded: { label: 'Partially refunded', tone: 'neutral' },
  refunded: { label: 'Refunded', tone: 'neutral' },
  refund_pending: { label: 'Refund pending', tone: 'neutral' },
  disputed: { label: 'Disputed', tone: 'danger' },
  early_fraud_warning: { label: 'Early fraud warning', tone: 'warning' },
  failed: { label: 'Failed', tone: 'danger' },
  blocked: { label: 'Blocked', tone: 'danger' },
  incomplete: { label: 'Incomplete', tone: 'neutral' },
  canceled: { label: 'Canceled', tone: 'neutral' },
};

/** The states in the order in which a filter offers them. */
export const paymentStatusNames = Object.keys(paymentStatuses).filter(isPaymentStatus);

/** Tells whether a text names a state of a payment. */
export function isPaymentStatus(text: string): text is PaymentStatus {
  return Object.hasOwn(paymentStatuses, text);
}
