import type Stripe from 'stripe';

/** A bank account that payouts reach. */
export const BANK = { country: 'US', currency: 'usd', account_number: '000123456789', routing_number: '110000000' };

/** Another, in a currency that is not the account's own. */
export const BANK_IN_EUROS = { country: 'DE', currency: 'eur', account_number: 'DE89370400440532013000' };

/** Somebody's birthday. */
export const BORN = { day: 1, month: 1, year: 1980 };

/** Where a business is run from. */
export const HEAD_OFFICE = {
  country: 'US',
  line1: '1 Main St',
  city: 'Springfield',
  state: 'IL',
  postal_code: '62701',
};

/** A document. */
export const PICTURE = { data: Buffer.from('a picture'), name: 'picture.png', type: 'image/png' };

/** Nobody is led away to pay. */
export const CARD = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;

/** A page on which somebody pays for a bread. */
export const checkout = (): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  success_url: 'https://example.com/paid',
  line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Bread' } } }],
});
