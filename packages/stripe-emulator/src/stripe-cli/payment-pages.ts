import { payCheckoutSessionWith } from '../world/checkout.ts';
import { paymentMethodNamed } from '../world/payment-methods.ts';
import type { CheckoutSession } from '../world/state.ts';
import { checkoutSessionToWire } from '../api/checkout-session-to-wire.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { integer, type ParamTable, required, text } from '../wire/params.ts';
import { invalidRequest, KeptDecline } from '../wire/stripe-error.ts';

/** What the CLI's `trigger checkout.session.…` calls to pay as the customer would; Stripe documents it nowhere. */
export const paymentPageOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/payment_pages/:id',
    params: {},
    run: (call) => checkoutSessionToWire(call.world, sessionOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_pages/:id/confirm',
    params: { payment_method: required(text()), expected_amount: integer() },
    run: (call) => {
      const { world, params } = call;
      const { id, account, amountTotal } = sessionOf(call);
      if (params.expected_amount !== undefined && params.expected_amount !== amountTotal)
        throw invalidRequest('The amount of this Checkout Session is another one.', { param: 'expected_amount' });
      const method = paymentMethodNamed(world, account, params.payment_method);
      const result = payCheckoutSessionWith(world, id, method.id);
      if (result.outcome === 'declined')
        throw new KeptDecline(402, { type: 'card_error', code: 'card_declined', message: result.message });
      return checkoutSessionToWire(world, world.store.get('checkout_session', id));
    },
  }),
];

function sessionOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): CheckoutSession {
  return resource(call, 'checkout_session', call.path['id'] ?? '');
}
