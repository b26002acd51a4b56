import { StripeError } from '../wire/stripe-error.ts';
import { step, type Transitions } from './lifecycle.ts';
import type { PaymentIntent, PaymentIntentStatus } from './state.ts';
import type { World } from './world.ts';

/** How a payment goes from state to state. */
export const PAYMENT_TRANSITIONS: Transitions<PaymentIntentStatus> = {
  requires_payment_method: [
    'requires_confirmation',
    'requires_action',
    'processing',
    'requires_capture',
    'succeeded',
    'canceled',
  ],
  requires_confirmation: [
    'requires_payment_method',
    'requires_action',
    'processing',
    'requires_capture',
    'succeeded',
    'canceled',
  ],
  requires_action: [
    'requires_payment_method',
    'requires_confirmation',
    'processing',
    'requires_capture',
    'succeeded',
    'canceled',
  ],
  processing: ['requires_payment_method', 'succeeded'],
  requires_capture: ['succeeded', 'canceled'],
  succeeded: [],
  canceled: [],
};

/** Takes a payment to another state. */
export function movePayment(
  world: World,
  { id, status }: PaymentIntent,
  to: PaymentIntentStatus,
  change: Partial<PaymentIntent> = {},
): PaymentIntent {
  return world.store.update('payment_intent', id, { ...change, status: step(PAYMENT_TRANSITIONS, status, to) });
}

/** Refuses what cannot be done in a payment's state; the refusal carries the payment, as Stripe's does. */
export function unexpectedState(world: World, intent: PaymentIntent, message: string): StripeError {
  return new StripeError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message,
    payment_intent: world.render(world, 'payment_intent', world.store.get('payment_intent', intent.id)),
  });
}
