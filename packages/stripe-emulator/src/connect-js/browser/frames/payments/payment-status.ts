import type { PaymentStatus, Tone } from '../../../frame-data.ts';

/** The tone of each state of a payment. */
export const paymentTones: Record<PaymentStatus, Tone> = {
  successful: 'success',
  pending: 'neutral',
  uncaptured: 'warning',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  refund_pending: 'neutral',
  disputed: 'danger',
  early_fraud_warning: 'warning',
  failed: 'danger',
  blocked: 'danger',
  incomplete: 'neutral',
  canceled: 'neutral',
};

/** The states in the order in which a filter offers them. */
export const paymentStatusNames = Object.keys(paymentTones).filter(isPaymentStatus);

/** Tells whether a text names a state of a payment. */
export function isPaymentStatus(text: string): text is PaymentStatus {
  return Object.hasOwn(paymentTones, text);
}
