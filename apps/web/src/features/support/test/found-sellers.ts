import type { FoundSeller } from '@sellerdesk/contract';

/** A seller whom support may look at. */
export const fern: FoundSeller = {
  sellerId: '00000000-0000-4000-8000-000000000002',
  businessName: 'Fern & Flour',
  email: 'ada@example.com',
  country: 'GB',
  createdAt: '2026-11-01T08:00:00Z',
  supportAllowed: true,
  account: {
    stripeAccountId: 'acct_1Fern',
    state: 'ready',
    mode: 'test',
    dashboardUrl: 'https://dashboard.stripe.com/test/connect/accounts/acct_1Fern',
  },
};
