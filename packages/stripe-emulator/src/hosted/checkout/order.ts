import { businessNameOf } from '../../world/accounts.ts';
import type { CheckoutSession } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Order } from './checkout-page.ts';

/** What a customer sees of a session. */
export function orderOf(world: World, session: CheckoutSession): Order {
  const seller = world.store.find('account', session.account);
  return {
    sessionId: session.id,
    seller: seller === undefined ? world.settings.platformName : businessNameOf(seller),
    currency: session.currency,
    total: session.amountTotal,
    lines: session.lines.map(({ name, quantity, unitAmount }) => ({ name, quantity, amount: unitAmount * quantity })),
    successUrl: successUrlOf(session),
    cancelUrl: session.cancelUrl,
  };
}

/** Where the seller wants the customer who has paid, with the session named where they asked for it. */
export function successUrlOf({ id, successUrl }: CheckoutSession): string | null {
  return successUrl === null ? null : successUrl.replaceAll('{CHECKOUT_SESSION_ID}', id);
}

/** Tells whether the customer's bank still asks who pays. */
export function waitsForBank({ store }: World, { status, paymentIntent }: CheckoutSession): boolean {
  if (status !== 'open' || paymentIntent === null) return false;
  return store.get('payment_intent', paymentIntent).status === 'requires_action';
}
