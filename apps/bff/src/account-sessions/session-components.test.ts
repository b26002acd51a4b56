import { expect, test } from 'vitest';
import { sellerComponents } from './session-components.ts';

/** Golden: what is not here cannot be done through a component, and every line here is a decision. */
test('a seller’s session allows exactly this', () => {
  const payments = { refund_management: true, dispute_management: true, capture_payments: true };
  const payouts = {
    standard_payouts: true,
    instant_payouts: true,
    edit_payout_schedule: true,
    external_account_collection: true,
  };
  expect(sellerComponents()).toEqual({
    notification_banner: { enabled: true, features: { external_account_collection: true } },
    balances: { enabled: true, features: payouts },
    payments: { enabled: true, features: payments },
    payment_details: { enabled: true, features: payments },
    payouts: { enabled: true, features: payouts },
    payouts_list: { enabled: true },
    payout_details: { enabled: true },
    disputes_list: { enabled: true, features: payments },
  });
});

test('Stripe’s own sign-in is not switched off: it cannot be where Stripe collects what it needs to know', () => {
  expect(JSON.stringify(sellerComponents())).not.toContain('disable_stripe_user_authentication');
});
