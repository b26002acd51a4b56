import type { Account, Platform, Seller } from '@sellerdesk/contract';

const platform: Platform = {
  name: 'Marlow',
  accentColor: '#0a6',
  fee: { basisPoints: 250, minimumMinor: { gbp: 25 } },
};

/** An account that can do everything. */
export const readyAccount: Account = {
  stripeAccountId: 'acct_1Marlow00000000',
  state: 'ready',
  mode: 'test',
  chargesEnabled: true,
  payoutsEnabled: true,
  detailsSubmitted: true,
  country: 'GB',
  defaultCurrency: 'gbp',
  requirements: [],
  dashboard: { type: 'none' },
};

/** A seller with an account that can do everything. */
export const readySeller: Seller = {
  sellerId: 'seller-a',
  email: 'ada@example.com',
  businessName: 'Fern & Flour',
  country: 'GB',
  mode: 'test',
  account: readyAccount,
  platform,
};
