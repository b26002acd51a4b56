import type { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { readingFromSession } from './charge-from-session.ts';

interface SessionParts {
  readonly status: Stripe.Checkout.Session.Status;
  readonly payment_status?: Stripe.Checkout.Session.PaymentStatus;
  readonly payment_intent?: object | string | null;
}

function session({ status, payment_status = 'unpaid', payment_intent = null }: SessionParts): Stripe.Checkout.Session {
  const url = status === 'open' ? 'https://checkout.stripe.com/c/pay/cs_1' : null;
  const parts = {
    id: 'cs_1',
    created: 1_790_000_000,
    expires_at: 1_790_086_400,
    url,
    status,
    payment_status,
    payment_intent,
  };
  // The parts that are read; Stripe's has about sixty more.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return parts as unknown as Stripe.Checkout.Session;
}

const payment = (status: string): object => ({
  id: 'pi_1',
  status,
  latest_charge: { id: 'ch_1', created: 1_790_000_060 },
});

test.each([
  [{ status: 'open' }, 'waiting', null],
  [{ status: 'complete', payment_status: 'paid', payment_intent: payment('succeeded') }, 'paid', 'pi_1'],
  [{ status: 'complete', payment_status: 'unpaid', payment_intent: payment('processing') }, 'processing', 'pi_1'],
  [{ status: 'complete', payment_status: 'unpaid', payment_intent: 'pi_1' }, 'processing', 'pi_1'],
  [
    { status: 'complete', payment_status: 'unpaid', payment_intent: payment('requires_payment_method') },
    'failed',
    null,
  ],
  [{ status: 'expired' }, 'expired', null],
] as const)('%o is %s', (parts, state, paymentId) => {
  expect(readingFromSession(session(parts))).toMatchObject({ state, paymentId });
});

test('the moments are those of Stripe’s clock', () => {
  const paid = readingFromSession(
    session({ status: 'complete', payment_status: 'paid', payment_intent: payment('succeeded') }),
  );
  expect(paid.createdAt.getTime()).toBe(1_790_000_000_000);
  expect(paid.paidAt?.getTime()).toBe(1_790_000_060_000);
  expect(paid.expiresAt.getTime()).toBe(1_790_086_400_000);
});

test('a payment that its bank did not confirm says so', () => {
  const failed = session({ status: 'complete', payment_intent: payment('requires_payment_method') });
  expect(readingFromSession(failed).failureMessage).toBe('The customer’s bank did not confirm the payment.');
});
