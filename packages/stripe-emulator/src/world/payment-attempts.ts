import { arrangePayoutFailure } from './arrangements.ts';
import { putOnAgenda } from './agenda.ts';
import { attemptCharge, confirmCharge, refuseCharge } from './charging.ts';
import { trigger } from './connect-triggers.ts';
import { DAY } from './days.ts';
import { openDispute } from './disputes.ts';
import { warnOfFraud } from './early-fraud-warnings.ts';
import { emit } from './events.ts';
import { behaviourNow } from './next-payment.ts';
import { cardError } from './payment-errors.ts';
import { saveForLater, useUp } from './payment-method-use.ts';
import { behaviourOf } from './payment-methods.ts';
import { movePayment } from './payment-states.ts';
import type { PaymentError, PaymentIntent, PaymentMethod } from './state.ts';
import type { PaymentTraits, TestCard } from './test-cards.ts';
import type { World } from './world.ts';

/** Days after which a bank no longer holds money that was not captured. */
export const AUTHORIZATION_DAYS = 7;

/** Tries to pay and returns the payment as it is then; after a "no" it waits for another payment method. */
export function tryToPay(
  world: World,
  intent: PaymentIntent,
  method: PaymentMethod,
  authenticated: boolean,
): PaymentIntent {
  const behaviour = behaviourNow(world, intent, method);
  const { id, failure, status } = attemptCharge(world, intent, method, { authenticated, behaviour });
  const tried = world.store.update('payment_intent', intent.id, { paymentMethod: method.id, latestCharge: id });
  useUp(world, method);
  if (failure !== null) return failPayment(world, tried, failure);
  saveForLater(world, intent, method.id);
  if (status === 'pending') return wait(world, tried);
  if (intent.captureMethod === 'manual') return hold(world, tried);
  const paid = succeed(world, tried, id, tried.amount);
  bringAbout(world, id, behaviour);
  return paid;
}

/** Lets come of a charge what its card, or a test, has in store for it. */
export function bringAbout(world: World, id: string, behaviour: TestCard & PaymentTraits): void {
  const { disputed, failsPayout, makesStripe, warnsOfFraud } = behaviour;
  const charge = world.store.get('charge', id);
  const account = charge.onBehalfOf ?? charge.account;
  if (warnsOfFraud === true) warnOfFraud(world, charge);
  if (disputed !== undefined) openDispute(world, id, disputed);
  if (makesStripe !== undefined) trigger(world, account, makesStripe);
  if (failsPayout !== undefined) arrangePayoutFailure(world, account, failsPayout);
}

/** @throws {StripeError} 402 when the last attempt failed. */
export function payOrThrow(world: World, intent: PaymentIntent): PaymentIntent {
  if (intent.lastError !== null) throw cardError(world, intent, intent.lastError);
  return intent;
}

/** The money is there. */
export function succeed(world: World, intent: PaymentIntent, latestCharge: string, amount: number): PaymentIntent {
  const paid = movePayment(world, intent, 'succeeded', { amountReceived: amount, latestCharge, lastError: null });
  emit(world, 'payment_intent.succeeded', 'payment_intent', intent.id);
  return paid;
}

/** The bank or the customer said no. */
export function failPayment(world: World, intent: PaymentIntent, lastError: PaymentError): PaymentIntent {
  const change = { lastError, paymentMethod: null };
  const failed =
    intent.status === 'requires_payment_method'
      ? world.store.update('payment_intent', intent.id, change)
      : movePayment(world, intent, 'requires_payment_method', change);
  emit(world, 'payment_intent.payment_failed', 'payment_intent', intent.id);
  return failed;
}

/** The bank that wanted a day has answered. */
export function confirmLate(world: World, id: string): PaymentIntent {
  const intent = world.store.get('payment_intent', id);
  const { latestCharge: charge, paymentMethod } = intent;
  if (intent.status !== 'processing' || charge === null) return intent;
  if (behaviourOf(world.store.get('charge', charge).card).confirmsLater === 'succeeds') {
    confirmCharge(world, charge, intent);
    return succeed(world, intent, charge, intent.amount);
  }
  const failure: PaymentError = { ...NOT_CONFIRMED, charge, paymentMethod };
  refuseCharge(world, charge, failure);
  return failPayment(world, intent, failure);
}

const NOT_CONFIRMED = {
  code: 'payment_intent_payment_attempt_failed',
  declineCode: null,
  message: 'The payment failed: the bank did not confirm it.',
};

function wait(world: World, intent: PaymentIntent): PaymentIntent {
  const waiting = movePayment(world, intent, 'processing', { lastError: null });
  putOnAgenda(world, world.clock.nowUnix() + DAY, 'payment_confirms', intent.id);
  emit(world, 'payment_intent.processing', 'payment_intent', intent.id);
  return waiting;
}

function hold(world: World, intent: PaymentIntent): PaymentIntent {
  const held = movePayment(world, intent, 'requires_capture', { lastError: null });
  putOnAgenda(world, world.clock.nowUnix() + AUTHORIZATION_DAYS * DAY, 'authorization_ends', intent.id);
  emit(world, 'payment_intent.amount_capturable_updated', 'payment_intent', intent.id);
  return held;
}
