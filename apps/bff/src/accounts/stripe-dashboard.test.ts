import { expect, test } from 'vitest';
import { stripeAccountId } from '../stripe/index.ts';
import { stripeDashboardOf } from './stripe-dashboard.ts';

const stripe = 'https://dashboard.stripe.com';
const seller = { stripeAccountId: stripeAccountId('acct_1Seller'), mode: 'test', dashboardType: 'full' } as const;

test('a full Dashboard is reached by plain links that name the account', () => {
  const { links } = stripeDashboardOf(seller, stripe);
  expect(links?.payment).toBe('https://dashboard.stripe.com/acct_1Seller/test/payments/{id}');
  expect(links?.payout).toBe('https://dashboard.stripe.com/acct_1Seller/test/payouts/{id}');
});

test('with live keys every link is a live one', () => {
  const { links } = stripeDashboardOf({ ...seller, mode: 'live' }, stripe);
  expect(Object.values(links ?? {}).filter((link) => link.includes('/test'))).toEqual([]);
  expect(links?.payments).toBe('https://dashboard.stripe.com/acct_1Seller/payments');
});

test.each(['express', 'none'] as const)('the kind %s has no plain links', (dashboardType) => {
  expect(stripeDashboardOf({ ...seller, dashboardType }, stripe)).toEqual({ type: dashboardType });
});
