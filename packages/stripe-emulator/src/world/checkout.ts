import { invalidRequest, StripeError } from '../wire/stripe-error.ts';
import { emit } from './events.ts';
import { step, type Transitions } from './lifecycle.ts';
import { confirmLate } from './payment-attempts.ts';
import { createPaymentMethod } from './payment-methods.ts';
import { answerAuthentication, cancelPaymentIntent, confirmPaymentIntent, createPaymentIntent } from './payments.ts';
import type { Billing, CheckoutSession, PaymentIntent } from './state.ts';
import type { World } from './world.ts';

export { createCheckoutSession } from './new-checkout.ts';

type Status = CheckoutSession['status'];

/** How a Checkout Session goes from state to state. */
export const CHECKOUT_TRANSITIONS: Transitions<Status> = { open: ['complete', 'expired'], complete: [], expired: [] };

/** What came of a customer's try to pay. */
export type CheckoutOutcome =
  | { readonly outcome: 'paid' }
  | { readonly outcome: 'declined'; readonly message: string }
  | { readonly outcome: 'authentication_required' };

export interface TypedCard {
  readonly number: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly cvc: string;
  readonly email: string;
  readonly name: string;
}

/**
 * Does what the customer's "Pay" does. The payment intent is made with the first try.
 *
 * @throws {StripeError} unless the session is open.
 */
export function payCheckoutSession(world: World, id: string, typed: TypedCard): CheckoutOutcome {
  const session = requireOpen(world, id);
  const { email, name, ...card } = typed;
  const billing = { email, name };
  return outcomeOf(world, session, billing, () => {
    const method = createPaymentMethod(world, session.account, { ...card, billing });
    return confirmPaymentIntent(world, paymentOf(world, session), { paymentMethod: method.id });
  });
}

/**
 * Pays with a payment method that is there already.
 *
 * @throws {StripeError} unless the session is open.
 */
export function payCheckoutSessionWith(world: World, id: string, paymentMethod: string): CheckoutOutcome {
  const session = requireOpen(world, id);
  const { billing } = world.store.get('payment_method', paymentMethod);
  return outcomeOf(world, session, billing, () =>
    confirmPaymentIntent(world, paymentOf(world, session), { paymentMethod }),
  );
}

/** Answers for the customer whose bank asked whether the payment is theirs. */
export function answerCheckoutAuthentication(world: World, id: string, passed: boolean): CheckoutOutcome {
  const session = requireOpen(world, id);
  const { paymentIntent } = session;
  if (paymentIntent === null) throw invalidRequest('Nothing was paid in this Checkout Session yet.');
  const { paymentMethod } = world.store.get('payment_intent', paymentIntent);
  const billing = paymentMethod === null ? null : world.store.get('payment_method', paymentMethod).billing;
  return outcomeOf(world, session, billing, () => answerAuthentication(world, paymentIntent, passed));
}

/**
 * Takes a session back: nobody can pay it any more.
 *
 * @throws {StripeError} unless it is open.
 */
export function expireCheckoutSession(world: World, id: string): CheckoutSession {
  const session = world.store.get('checkout_session', id);
  if (session.status !== 'open')
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    );
  const expired = move(world, session, 'expired');
  // What was tried and refused cannot be tried again: there is no page for it any more.
  if (session.paymentIntent !== null) cancelPaymentIntent(world, session.paymentIntent, 'expired');
  emit(world, 'checkout.session.expired', 'checkout_session', id);
  return expired;
}

/** Ends a session whose time is over. */
export function endCheckoutSession(world: World, id: string): void {
  if (world.store.get('checkout_session', id).status === 'open') expireCheckoutSession(world, id);
}

/** The customer's bank has answered after the session was over: the session tells, if there is one. */
export function settleLatePayment(world: World, paymentIntent: string): void {
  const { status, account } = confirmLate(world, paymentIntent);
  const [session] = world.store.all('checkout_session', account, { paymentIntent });
  if (session === undefined) return;
  const isPaid = status === 'succeeded';
  if (isPaid) world.store.update('checkout_session', session.id, { paymentStatus: 'paid' });
  const outcome = isPaid ? 'succeeded' : 'failed';
  emit(world, `checkout.session.async_payment_${outcome}`, 'checkout_session', session.id);
}

function outcomeOf(
  world: World,
  session: CheckoutSession,
  billing: Billing | null,
  pay: () => PaymentIntent,
): CheckoutOutcome {
  try {
    const { status, lastError, captureMethod } = pay();
    if (lastError !== null) return { outcome: 'declined', message: lastError.message };
    if (status === 'requires_action') return { outcome: 'authentication_required' };
    const isPaid = status === 'succeeded' && captureMethod !== 'manual';
    complete(world, session.id, billing, isPaid ? 'paid' : 'unpaid');
    return { outcome: 'paid' };
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const isBanks = error.body.type === 'card_error';
    return {
      outcome: 'declined',
      message: isBanks ? error.message : 'This seller cannot take payments at the moment.',
    };
  }
}

function complete(
  world: World,
  id: string,
  customerDetails: Billing | null,
  paymentStatus: CheckoutSession['paymentStatus'],
): void {
  move(world, world.store.get('checkout_session', id), 'complete', { customerDetails, paymentStatus });
  emit(world, 'checkout.session.completed', 'checkout_session', id);
}

function paymentOf(world: World, { id, account, paymentIntent, ...session }: CheckoutSession): string {
  if (paymentIntent !== null) return paymentIntent;
  const { amountTotal: amount, currency, paymentIntentData } = session;
  const made = createPaymentIntent(world, account, { amount, currency, ...paymentIntentData });
  world.store.update('checkout_session', id, { paymentIntent: made.id });
  return made.id;
}

function requireOpen(world: World, id: string): CheckoutSession {
  const session = world.store.get('checkout_session', id);
  if (session.status === 'open') return session;
  throw invalidRequest(`This Checkout Session is no longer open: it has a status of \`${session.status}\`.`);
}

function move(
  world: World,
  { id, status }: CheckoutSession,
  to: Status,
  change: Partial<CheckoutSession> = {},
): CheckoutSession {
  return world.store.update('checkout_session', id, { ...change, status: step(CHECKOUT_TRANSITIONS, status, to) });
}
