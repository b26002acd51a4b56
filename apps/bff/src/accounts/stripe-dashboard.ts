import type { StripeDashboard } from '@sellerdesk/contract';
import type { AccountFacts } from './account-facts.ts';

type Place = Pick<AccountFacts, 'stripeAccountId' | 'mode' | 'dashboardType'>;

/**
 * Returns the ways into the Stripe Dashboard of an account. Addresses name the account, so that a seller with several
 * lands in the right one. Stripe publishes no form of these addresses; they are those its own logs link to.
 */
export function stripeDashboardOf({ stripeAccountId, mode, dashboardType }: Place, baseUrl: string): StripeDashboard {
  if (dashboardType !== 'full') return { type: dashboardType };
  const root = `${baseUrl}/${stripeAccountId}${mode === 'test' ? '/test' : ''}`;
  return {
    type: 'full',
    links: {
      home: root,
      payments: `${root}/payments`,
      payment: `${root}/payments/{id}`,
      payouts: `${root}/payouts`,
      payout: `${root}/payouts/{id}`,
      disputes: `${root}/disputes`,
      balances: `${root}/balance/overview`,
      account: `${root}/settings/account`,
    },
  };
}

/** Returns the platform's view of an account. Stripe publishes no form of this address; it is the one its own Dashboard has. */
export function platformViewOf(
  { stripeAccountId, mode }: { readonly stripeAccountId: string; readonly mode: AccountFacts['mode'] },
  baseUrl: string,
): string {
  return `${baseUrl}${mode === 'test' ? '/test' : ''}/connect/accounts/${stripeAccountId}`;
}
