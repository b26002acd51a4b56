import { invalidRequest, KeptDecline, StripeError } from '../wire/stripe-error.ts';
import { chargesEnabled } from './accounts.ts';
import { amountInWords, currencies, endsInZero, isCurrency, smallestCharge } from './currencies.ts';
import type { PaymentError, PaymentIntent } from './state.ts';
import type { Decline } from './test-cards.ts';
import type { World } from './world.ts';

const LARGEST = 99_999_999;

/** Says no in the form that Stripe gives a bank's answer, with the payment intent, where there is one, as it stands now. */
export function cardError(world: World, intent: PaymentIntent | null, error: PaymentError): KeptDecline {
  return new KeptDecline(402, {
    type: 'card_error',
    code: error.code,
    message: error.message,
    ...(error.declineCode !== null && { decline_code: error.declineCode }),
    ...(error.param !== undefined && { param: error.param }),
    ...(error.charge !== null && { charge: error.charge }),
    ...(intent !== null && {
      payment_intent: world.render(world, 'payment_intent', world.store.get('payment_intent', intent.id)),
    }),
    ...(error.paymentMethod !== null && {
      payment_method: world.render(world, 'payment_method', world.store.get('payment_method', error.paymentMethod)),
    }),
  });
}

/** Says no in the bank's words to a card that was to be kept: there is no payment. */
export function cardNotKept({ code, declineCode, message, param = '' }: Decline): StripeError {
  const reason = declineCode !== null && { decline_code: declineCode };
  return new StripeError(402, { type: 'card_error', code, ...reason, message, param });
}

/** Says no because of what was typed into a card form, before there is any payment. */
export function cardTypedWrong(code: string, message: string, param: string): StripeError {
  return new StripeError(402, { type: 'card_error', code, message, param });
}

/**
 * Refuses amounts that nothing can be charged with.
 *
 * @throws {StripeError} amount_too_small, amount_too_large, or for a currency that does not exist.
 */
export function requireChargeable(amount: number, currency: string, noun = 'Amount must'): void {
  if (!isCurrency(currency)) throw unknownCurrency(currency);
  if (endsInZero(currency) && amount % 10 !== 0)
    throw invalidRequest(`Invalid amount: in ${currency} the last digit must be 0.`, { param: 'amount' });
  if (amount < smallestCharge(currency)) {
    const least = amountInWords(smallestCharge(currency), currency);
    const message = noun === 'Amount must' ? `Amount must be at least ${least}` : `${noun} add up to at least ${least}`;
    throw invalidRequest(message, { code: 'amount_too_small', param: 'amount' });
  }
  if (amount > LARGEST) {
    const most = amountInWords(LARGEST, currency);
    throw invalidRequest(`Amount must be no more than ${most}`, { code: 'amount_too_large', param: 'amount' });
  }
}

/** Refuses a currency that does not exist. */
export function unknownCurrency(currency: string): StripeError {
  const message = `Invalid currency: ${currency}. Stripe currently supports these currencies: ${currencies().join(', ')}`;
  return invalidRequest(message, { param: 'currency' });
}

/**
 * Refuses a fee for the platform where there is none to take.
 *
 * @throws {StripeError} on the platform's own charges, and for more than the charge itself.
 */
export function requireFeePossible(
  world: World,
  account: string,
  fee: number | null,
  amount: number,
  param = 'application_fee_amount',
): void {
  if (fee === null) return;
  if (account === world.platform)
    throw invalidRequest(
      'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
      { param },
    );
  if (fee > amount)
    throw invalidRequest('The application_fee_amount cannot be greater than the amount of the charge.', { param });
}

/**
 * Refuses charges on an account that may not take any (yet, or any more).
 *
 * @throws {StripeError} invalid_request_error
 */
export function requireChargesEnabled(world: World, account: string, noun: string): void {
  const connected = world.store.find('account', account);
  if (connected === undefined || chargesEnabled(world, connected)) return;
  throw invalidRequest(
    `No valid payment method types for this ${noun}. Please ensure that you have activated payment methods compatible with your chosen currency in your dashboard (https://dashboard.stripe.com/settings/payment_methods).`,
  );
}
