import { captureCharge, letGo } from './charging.ts';
import { emit } from './events.ts';
import { randomText } from './ids.ts';
import { statesBefore } from './lifecycle.ts';
import { mergedMetadata, type MetadataWish } from './metadata.ts';
import { failPayment, payOrThrow, succeed, tryToPay } from './payment-attempts.ts';
import { requireChargeable, requireChargesEnabled, requireFeePossible } from './payment-errors.ts';
import { requireDestinationPossible } from './destination-charges.ts';
import { behaviourOf } from './payment-methods.ts';
import { movePayment, PAYMENT_TRANSITIONS, unexpectedState } from './payment-states.ts';
import { requireUsable } from './payment-method-use.ts';
import type { FutureUsage, PaymentIntent } from './state.ts';
import { NOT_HANDLED } from './test-cards.ts';
import { born, type World } from './world.ts';

export interface NewPaymentIntent {
  readonly amount: number;
  readonly currency: string;
  readonly captureMethod?: PaymentIntent['captureMethod'] | undefined;
  readonly applicationFeeAmount?: number | null | undefined;
  readonly description?: string | null | undefined;
  readonly receiptEmail?: string | null | undefined;
  readonly statementDescriptorSuffix?: string | null | undefined;
  readonly customer?: string | null | undefined;
  readonly allowRedirects?: boolean | undefined;
  /** On the platform: where the money goes on to. */
  readonly transfer?: PaymentIntent['transfer'] | undefined;
  readonly onBehalfOf?: string | null | undefined;
  readonly transferGroup?: string | null | undefined;
  /** A payment method of this account. */
  readonly paymentMethod?: string | null | undefined;
  readonly setupFutureUsage?: FutureUsage | null | undefined;
  readonly metadata?: PaymentIntent['metadata'] | undefined;
}

/**
 * Begins a payment.
 *
 * @throws {StripeError} for an amount, currency or fee that cannot be, or an account that takes no payments.
 */
export function createPaymentIntent(world: World, account: string, input: NewPaymentIntent): PaymentIntent {
  const { amount, applicationFeeAmount = null, paymentMethod = null } = input;
  const currency = input.currency.toLowerCase();
  requireChargeable(amount, currency);
  requireDestinationPossible(world, account, input);
  if (input.transfer === null || input.transfer === undefined)
    requireFeePossible(world, account, applicationFeeAmount, amount);
  requireChargesEnabled(world, input.onBehalfOf ?? account, 'Payment Intent');
  const { customer = null } = input;
  if (paymentMethod !== null) requireUsable(world, world.store.get('payment_method', paymentMethod), { customer });
  const begun = born(world, 'pi', account);
  world.store.insert('payment_intent', {
    ...begun,
    amount,
    amountReceived: 0,
    currency,
    status: paymentMethod === null ? 'requires_payment_method' : 'requires_confirmation',
    captureMethod: input.captureMethod ?? 'automatic_async',
    applicationFeeAmount,
    description: input.description ?? null,
    receiptEmail: input.receiptEmail ?? null,
    statementDescriptorSuffix: input.statementDescriptorSuffix ?? null,
    customer,
    paymentMethod,
    latestCharge: null,
    lastError: null,
    cancellationReason: null,
    canceledUnix: null,
    clientSecret: `${begun.id}_secret_${randomText(world, 25)}`,
    allowRedirects: input.allowRedirects ?? true,
    transfer: input.transfer ?? null,
    onBehalfOf: input.onBehalfOf ?? null,
    transferGroup: input.transferGroup ?? null,
    setupFutureUsage: input.setupFutureUsage ?? null,
    metadata: input.metadata ?? {},
  });
  emit(world, 'payment_intent.created', 'payment_intent', begun.id);
  return world.store.get('payment_intent', begun.id);
}

interface Confirmation {
  readonly paymentMethod?: string | null | undefined;
  /** Nobody is there to answer the bank: what must be asked is declined. */
  readonly offSession?: boolean | undefined;
  /** Somebody may be there, but the platform cannot let them answer. */
  readonly failsOnAction?: boolean | undefined;
  /** Where the customer comes back to from the page of their bank. */
  readonly returnUrl?: string | null | undefined;
  readonly setupFutureUsage?: FutureUsage | null | undefined;
}

/**
 * Tries to pay. What the bank refused is kept before it is thrown.
 *
 * @throws {StripeError} 402 card_error when the bank says no.
 */
export function confirmPaymentIntent(
  world: World,
  id: string,
  { paymentMethod, offSession = false, failsOnAction = false, returnUrl = null, ...more }: Confirmation = {},
): PaymentIntent {
  const known = world.store.get('payment_intent', id);
  requireConfirmable(world, known);
  const { setupFutureUsage } = more;
  const intent =
    setupFutureUsage === undefined ? known : world.store.update('payment_intent', id, { setupFutureUsage });
  requireDestinationPossible(world, intent.account, intent);
  const named = paymentMethod ?? intent.paymentMethod;
  if (named === null) throw unexpectedState(world, intent, MISSING_METHOD);
  const method = world.store.get('payment_method', named);
  requireUsable(world, method, intent);
  if (behaviourOf(method.card).asksCustomer === true && !offSession) {
    if (!failsOnAction) return askCustomer(world, intent, named, returnUrl);
    return payOrThrow(world, failPayment(world, intent, { ...NOT_HANDLED, charge: null, paymentMethod: named }));
  }
  return payOrThrow(world, tryToPay(world, intent, method, false));
}

function askCustomer(
  world: World,
  intent: PaymentIntent,
  paymentMethod: string,
  returnUrl: string | null,
): PaymentIntent {
  const asked = movePayment(world, intent, 'requires_action', { paymentMethod, lastError: null, returnUrl });
  emit(world, 'payment_intent.requires_action', 'payment_intent', intent.id);
  return asked;
}

/**
 * Answers for the customer whose bank asks whether the payment is theirs.
 * Afterwards the payment is done, or waits for another payment method with `lastError` set.
 */
export function answerAuthentication(world: World, id: string, passed: boolean): PaymentIntent {
  const intent = world.store.get('payment_intent', id);
  const { paymentMethod, status } = intent;
  if (status !== 'requires_action' || paymentMethod === null)
    throw unexpectedState(world, intent, `This PaymentIntent's status is ${status}: nothing is asked of the customer.`);
  if (passed) return tryToPay(world, intent, world.store.get('payment_method', paymentMethod), true);
  return failPayment(world, intent, {
    code: 'payment_intent_authentication_failure',
    declineCode: null,
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    charge: null,
    paymentMethod,
  });
}

/**
 * Takes money that a bank holds, all of it or a part; the rest is let go.
 *
 * @throws {StripeError} unless there is money to capture.
 */
export function capturePaymentIntent(
  world: World,
  id: string,
  options: {
    readonly amount?: number | undefined;
    readonly applicationFeeAmount?: number | undefined;
    readonly metadata?: MetadataWish | undefined;
  } = {},
): PaymentIntent {
  const intent = world.store.get('payment_intent', id);
  const held = requireCapturable(world, intent);
  const { amount = intent.amount, applicationFeeAmount = intent.applicationFeeAmount } = options;
  captureCharge(world, world.store.get('charge', held), amount, applicationFeeAmount);
  const metadata = mergedMetadata(intent.metadata, options.metadata);
  return succeed(world, world.store.update('payment_intent', id, { applicationFeeAmount, metadata }), held, amount);
}

/**
 * Ends a payment that was not made; money that a bank holds is let go.
 *
 * @throws {StripeError} once the payment was made or canceled.
 */
export function cancelPaymentIntent(world: World, id: string, reason: string | null = null): PaymentIntent {
  const intent = world.store.get('payment_intent', id);
  const cancelable = statesBefore(PAYMENT_TRANSITIONS, 'canceled');
  if (!cancelable.includes(intent.status))
    throw unexpectedState(
      world,
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`,
    );
  if (intent.status === 'requires_capture' && intent.latestCharge !== null)
    letGo(world, intent.latestCharge, reason === 'automatic' ? 'charge.expired' : 'charge.refunded');
  const canceledUnix = world.clock.nowUnix();
  const canceled = movePayment(world, intent, 'canceled', { cancellationReason: reason, canceledUnix });
  emit(world, 'payment_intent.canceled', 'payment_intent', id);
  return canceled;
}

/** Ends a payment whose money was held for too long without being captured. */
export function endAuthorization(world: World, id: string): void {
  if (world.store.get('payment_intent', id).status === 'requires_capture') cancelPaymentIntent(world, id, 'automatic');
}

/** What Stripe says where a payment is to be tried and nobody said how. */
export const MISSING_METHOD =
  "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.";

const CONFIRMABLE: readonly string[] = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/**
 * Refuses to try a payment that is over, or under way.
 *
 * @throws {StripeError} payment_intent_unexpected_state
 */
export function requireConfirmable(world: World, intent: PaymentIntent): void {
  if (CONFIRMABLE.includes(intent.status)) return;
  const why =
    intent.status === 'succeeded'
      ? 'it has already succeeded after being previously confirmed.'
      : `it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${CONFIRMABLE.join(', ')}.`;
  throw unexpectedState(world, intent, `You cannot confirm this PaymentIntent because ${why}`);
}

function requireCapturable(world: World, intent: PaymentIntent): string {
  const { latestCharge, status } = intent;
  if (status === 'requires_capture' && latestCharge !== null) return latestCharge;
  const why =
    status === 'succeeded'
      ? 'it has already been captured.'
      : `it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`;
  throw unexpectedState(world, intent, `This PaymentIntent could not be captured because ${why}`);
}
