import { type ErrorBody, StripeError } from '../wire/stripe-error.ts';
import { emit } from './events.ts';
import type { PaymentIntent, PaymentMethod } from './state.ts';
import type { World } from './world.ts';

/**
 * Refuses to pay with what another payment has used up, or with what another customer has saved. The refusal carries the
 * payment once there is one.
 *
 * @throws {StripeError} invalid_request_error
 */
export function requireUsable(
  world: World,
  method: PaymentMethod,
  payment: Pick<PaymentIntent, 'customer'> & { readonly id?: string },
): void {
  const reason = reasonAgainst(method, payment.customer);
  if (reason === undefined) return;
  const shown = payment.id !== undefined && {
    payment_intent: world.render(world, 'payment_intent', world.store.get('payment_intent', payment.id)),
  };
  throw new StripeError(400, { type: 'invalid_request_error', ...reason, ...shown });
}

/** Remembers that a payment has used a method: once it is nobody's, that was the only time, also when the bank said no. */
export function useUp(world: World, { id, customer = null }: PaymentMethod): void {
  if (customer === null) world.store.update('payment_method', id, { spent: true });
}

/** Saves a method that has paid, where the payment was made for its customer to pay like this again. */
export function saveForLater(world: World, { customer, setupFutureUsage = null }: PaymentIntent, id: string): void {
  const { customer: owner = null } = world.store.get('payment_method', id);
  if (customer === null || setupFutureUsage === null || owner !== null) return;
  world.store.update('payment_method', id, { customer, spent: false });
  emit(world, 'payment_method.attached', 'payment_method', id);
}

function reasonAgainst(
  { id, customer: owner = null, spent = false }: PaymentMethod,
  payer: string | null,
): Omit<ErrorBody, 'type'> | undefined {
  if (spent)
    return {
      message:
        'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    };
  if (owner === null || owner === payer) return undefined;
  if (payer === null)
    return {
      code: 'parameter_missing',
      message: `The \`payment_method\` parameter supplied ${id} belongs to the Customer ${owner}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      param: 'source',
    };
  return {
    message: `The PaymentMethod ${id} does not belong to the Customer you supplied ${payer}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
    param: 'payment_method',
  };
}
