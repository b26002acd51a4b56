import { currency, money } from '@sellerdesk/money';
import { expect, test } from 'vitest';
import { stripeAccountId } from '../stripe/index.ts';
import { checkoutParams, idempotencyKeyOf } from './checkout-params.ts';
import type { StoredCharge } from './stored-charge.ts';

const charge: StoredCharge = {
  chargeId: '5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11',
  sellerId: '5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c12',
  stripeAccountId: stripeAccountId('acct_1Seller'),
  state: 'creating',
  fingerprint: Buffer.alloc(32),
  amount: money(10_000n, currency('gbp')),
  platformFee: money(250n, currency('gbp')),
  description: 'Two pots',
  customerEmail: 'ada@example.com',
  publicUrl: 'https://shop.example',
  requestedAt: new Date(0),
  createdAt: new Date(0),
  checkoutSessionId: null,
  checkoutUrl: null,
  paymentId: null,
  failureMessage: null,
  expiresAt: null,
  paidAt: null,
  cancelRequestedAt: null,
  attempts: 0,
};

test('Stripe is asked for exactly what was stored', () => {
  expect(checkoutParams(charge, 'https://shop.example')).toMatchInlineSnapshot(`
    {
      "cancel_url": "https://shop.example/checkout/left",
      "client_reference_id": "5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11",
      "customer_email": "ada@example.com",
      "line_items": [
        {
          "price_data": {
            "currency": "gbp",
            "product_data": {
              "name": "Two pots",
            },
            "unit_amount": 10000,
          },
          "quantity": 1,
        },
      ],
      "metadata": {
        "charge_id": "5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11",
      },
      "mode": "payment",
      "payment_intent_data": {
        "application_fee_amount": 250,
        "description": "Two pots",
        "metadata": {
          "charge_id": "5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11",
        },
      },
      "success_url": "https://shop.example/checkout/paid",
    }
  `);
});

test('which methods of payment there are is left to Stripe, and nothing is taken where there is no fee', () => {
  const free = checkoutParams({ ...charge, platformFee: money(0n, currency('gbp')) }, 'https://shop.example');
  expect(JSON.stringify(free)).not.toMatch(/payment_method_types|application_fee/u);
});

test('what is sent with a key depends on nothing that changes between two tries', () => {
  const later = { ...charge, state: 'unknown', attempts: 3, createdAt: new Date(1) } as const;
  expect(checkoutParams(later, 'https://shop.example')).toEqual(checkoutParams(charge, 'https://shop.example'));
  expect(checkoutParams(charge, 'https://moved.example')).toEqual(checkoutParams(charge, 'https://shop.example'));
  expect(idempotencyKeyOf(later)).toBe(idempotencyKeyOf(charge));
});
