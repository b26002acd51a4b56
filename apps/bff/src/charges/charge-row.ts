import type { ChargeState } from '@sellerdesk/contract';
import { currency, money } from '@sellerdesk/money';
import { stripeAccountId } from '../stripe/index.ts';
import type { StoredCharge } from './stored-charge.ts';

/** A row of `charges`, as PostgreSQL gives it. */
export interface ChargeRow {
  readonly charge_id: string;
  readonly seller_id: string;
  readonly stripe_account_id: string;
  readonly fingerprint: Buffer;
  readonly state: ChargeState;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly platform_fee_minor: bigint;
  readonly description: string;
  readonly customer_email: string | null;
  readonly public_url: string | null;
  readonly requested_at: Date;
  readonly created_at: Date;
  readonly checkout_session_id: string | null;
  readonly checkout_url: string | null;
  readonly payment_id: string | null;
  readonly failure_message: string | null;
  readonly expires_at: Date | null;
  readonly paid_at: Date | null;
  readonly cancel_requested_at: Date | null;
  readonly attempts: number;
}

/** Returns the charge of a row. */
export function chargeFromRow(row: ChargeRow): StoredCharge {
  const code = currency(row.currency);
  return {
    chargeId: row.charge_id,
    sellerId: row.seller_id,
    stripeAccountId: stripeAccountId(row.stripe_account_id),
    fingerprint: row.fingerprint,
    state: row.state,
    amount: money(row.amount_minor, code),
    platformFee: money(row.platform_fee_minor, code),
    description: row.description,
    customerEmail: row.customer_email,
    publicUrl: row.public_url,
    requestedAt: row.requested_at,
    createdAt: row.created_at,
    checkoutSessionId: row.checkout_session_id,
    checkoutUrl: row.checkout_url,
    paymentId: row.payment_id,
    failureMessage: row.failure_message,
    expiresAt: row.expires_at,
    paidAt: row.paid_at,
    cancelRequestedAt: row.cancel_requested_at,
    attempts: row.attempts,
  };
}
