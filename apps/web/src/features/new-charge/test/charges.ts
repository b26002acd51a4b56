import type { Charge } from '@sellerdesk/contract';

/** A charge whose customer has a link and has not paid. */
export const waitingCharge: Charge = {
  chargeId: '0199f0c2-7a53-7d31-9f6e-2f4f6b1c9a01',
  state: 'waiting',
  amountMinor: 24_000,
  currency: 'gbp',
  platformFeeMinor: 600,
  description: 'Wedding cake, second half',
  customerEmail: 'ada@example.com',
  checkoutUrl: 'https://checkout.stripe.com/c/pay/cs_test_a1b2c3',
  paymentId: null,
  failureMessage: null,
  createdAt: '2026-11-24T09:00:00.000Z',
  expiresAt: '2026-11-25T09:00:00.000Z',
  paidAt: null,
};

export const paidCharge: Charge = {
  ...waitingCharge,
  state: 'paid',
  checkoutUrl: null,
  paymentId: 'pi_3Q0000000000000000000001',
  paidAt: '2026-11-24T09:04:00.000Z',
};
