import type { Charge, ChargeState } from '@sellerdesk/contract';
import { type Money, minorToJson } from '@sellerdesk/money';
import type { StripeAccountId } from '../stripe/index.ts';

/** What a seller asked for. */
export interface ChargeRequest {
  readonly amount: Money;
  readonly platformFee: Money;
  readonly description: string;
  readonly customerEmail: string | null;
}

/** A charge as it is stored. */
export interface StoredCharge extends ChargeRequest {
  readonly chargeId: string;
  readonly sellerId: string;
  readonly stripeAccountId: StripeAccountId;
  readonly state: ChargeState;
  readonly fingerprint: Buffer;
  /** Where our pages were when it was asked for; null for those from before this was stored. */
  readonly publicUrl: string | null;
  readonly requestedAt: Date;
  readonly createdAt: Date;
  readonly checkoutSessionId: string | null;
  readonly checkoutUrl: string | null;
  readonly paymentId: string | null;
  readonly failureMessage: string | null;
  readonly expiresAt: Date | null;
  readonly paidAt: Date | null;
  readonly cancelRequestedAt: Date | null;
  readonly attempts: number;
}

/** Returns the charge as the seller's pages get it. */
export function chargeReply(charge: StoredCharge): Charge {
  const { chargeId, state, amount, platformFee, description, customerEmail, paymentId, failureMessage } = charge;
  return {
    chargeId,
    state,
    amountMinor: minorToJson(amount),
    currency: amount.currency,
    platformFeeMinor: minorToJson(platformFee),
    description,
    customerEmail,
    checkoutUrl: state === 'waiting' ? charge.checkoutUrl : null,
    paymentId,
    failureMessage,
    createdAt: charge.createdAt.toISOString(),
    expiresAt: charge.expiresAt?.toISOString() ?? null,
    paidAt: charge.paidAt?.toISOString() ?? null,
  };
}
