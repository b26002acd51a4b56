import { minorToJson } from '@sellerdesk/money';
import type { Stripe } from 'stripe';
import type { StoredCharge } from './stored-charge.ts';

/** What Stripe keeps with the session, its payment and its charge, so that any of them leads back to ours. */
export const CHARGE_ID_KEY = 'charge_id';

/** Our pages where a customer goes on after Stripe's. */
export const customerPaths = { paid: '/checkout/paid', left: '/checkout/left' } as const;

/**
 * Returns what Stripe is asked for. It follows from the stored charge alone, its public URL included where one is stored:
 * the same key must come with the same parameters, however often and whenever it is sent. Which methods of payment are
 * offered is Stripe's to decide.
 */
export function checkoutParams(charge: StoredCharge, presentUrl: string): Stripe.Checkout.SessionCreateParams {
  const { chargeId, amount, platformFee, description, customerEmail } = charge;
  const metadata = { [CHARGE_ID_KEY]: chargeId };
  const publicUrl = charge.publicUrl ?? presentUrl;
  const fee = minorToJson(platformFee);
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: amount.currency,
          unit_amount: minorToJson(amount),
          product_data: { name: description },
        },
      },
    ],
    payment_intent_data: { description, metadata, ...(fee > 0 && { application_fee_amount: fee }) },
    client_reference_id: chargeId,
    metadata,
    ...(customerEmail !== null && { customer_email: customerEmail }),
    success_url: publicUrl + customerPaths.paid,
    cancel_url: publicUrl + customerPaths.left,
  };
}

/** Returns Stripe's key for a charge: never another one for the same charge. */
export function idempotencyKeyOf({ chargeId }: StoredCharge): string {
  return `charge-${chargeId}`;
}
