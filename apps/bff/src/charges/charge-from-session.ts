import type { ChargeState } from '@sellerdesk/contract';
import type { Stripe } from 'stripe';

/** What a Checkout Session says of its charge. */
export interface SessionReading {
  readonly state: ChargeState;
  readonly checkoutSessionId: string;
  readonly checkoutUrl: string | null;
  readonly paymentId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Null unless paid, or where Stripe does not say when. */
  readonly paidAt: Date | null;
  readonly failureMessage: string | null;
}

/** Returns what a Checkout Session says of its charge. */
export function readingFromSession(session: Stripe.Checkout.Session): SessionReading {
  const state = stateOf(session);
  const isPaid = state === 'paid';
  return {
    state,
    checkoutSessionId: session.id,
    checkoutUrl: session.url,
    paymentId: isPaid || state === 'processing' ? idOf(session.payment_intent) : null,
    createdAt: momentFromUnix(session.created),
    expiresAt: momentFromUnix(session.expires_at),
    paidAt: isPaid ? paidAtOf(session) : null,
    failureMessage: state === 'failed' ? 'The customer’s bank did not confirm the payment.' : null,
  };
}

function stateOf({ status, payment_status: payment, payment_intent: intent }: Stripe.Checkout.Session): ChargeState {
  if (status === 'expired') return 'expired';
  if (status !== 'complete') return 'waiting';
  if (payment !== 'unpaid') return 'paid';
  return isGivenUp(intent) ? 'failed' : 'processing';
}

/** Methods that confirm later may fail later; the payment then waits for another method that nobody can give it. */
function isGivenUp(intent: Stripe.Checkout.Session['payment_intent']): boolean {
  if (intent === null || typeof intent === 'string') return false;
  return intent.status === 'requires_payment_method' || intent.status === 'canceled';
}

function paidAtOf({ payment_intent: intent }: Stripe.Checkout.Session): Date | null {
  if (intent === null || typeof intent === 'string') return null;
  const { latest_charge: charge } = intent;
  return charge === null || typeof charge === 'string' ? null : momentFromUnix(charge.created);
}

function idOf(object: string | { readonly id: string } | null): string | null {
  return typeof object === 'string' ? object : (object?.id ?? null);
}

function momentFromUnix(unix: number): Date {
  return new Date(unix * 1000);
}
