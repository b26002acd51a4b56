import type { Mode } from '../config.ts';
import type { ScopedStripe, StripeDoor } from '../stripe/index.ts';
import type { AccountFacts } from './account-facts.ts';
import { accountFromV1 } from './account-from-v1.ts';
import { accountFromV2 } from './account-from-v2.ts';
import type { AccountHolder } from './account-store.ts';
import type { AccountsApi } from './stored-account.ts';

/** A single-use link to Stripe's onboarding page. */
export interface OnboardingLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Where Stripe's page sends the seller: when they finish or save for later, and when the link was used before. */
export interface OnboardingUrls {
  readonly return_url: string;
  readonly refresh_url: string;
}

/** One of Stripe's two account APIs. Everything the product needs of accounts and the two do differently. */
interface Adapter {
  create(stripe: StripeDoor, holder: AccountHolder, idempotencyKey: string): Promise<AccountFacts>;
  read(stripe: ScopedStripe): Promise<AccountFacts>;
  createOnboardingLink(stripe: ScopedStripe, urls: OnboardingUrls): Promise<OnboardingLink>;
}

/**
 * Returns the adapter of an API. Both make the same account: the full Stripe Dashboard, the seller pays Stripe's fees, and
 * Stripe bears negative balances and collects what it needs to know. The first does not say the mode of an account, which
 * is that of the key.
 */
export function accountsApi(api: AccountsApi, mode: Mode): Adapter {
  return api === 'v2' ? v2 : v1(mode);
}

const v2: Adapter = {
  create: async ({ platform }, { sellerId, email, businessName, country, mode }, idempotencyKey) =>
    accountFromV2(
      await platform(mode).createAccountV2(
        {
          contact_email: email,
          display_name: businessName,
          dashboard: 'full',
          identity: { country: country.toLowerCase() },
          configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
          defaults: { responsibilities: { fees_collector: 'stripe', losses_collector: 'stripe' } },
          include: ['configuration.merchant', 'defaults', 'identity', 'requirements'],
          metadata: { seller_id: sellerId },
        },
        idempotencyKey,
      ),
    ),
  read: async (stripe) => accountFromV2(await stripe.getAccountV2()),
  createOnboardingLink: async (stripe, urls) => {
    const link = await stripe.createAccountLinkV2({
      use_case: { type: 'account_onboarding', account_onboarding: urls },
    });
    return { url: link.url, expiresAt: new Date(link.expires_at) };
  },
};

const v1 = (mode: Mode): Adapter => ({
  create: async ({ platform }, { sellerId, email, businessName, country }, idempotencyKey) =>
    accountFromV1(
      await platform(mode).createAccount(
        {
          controller: {
            stripe_dashboard: { type: 'full' },
            fees: { payer: 'account' },
            losses: { payments: 'stripe' },
            requirement_collection: 'stripe',
          },
          capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
          country,
          email,
          business_profile: { name: businessName },
          metadata: { seller_id: sellerId },
        },
        idempotencyKey,
      ),
      mode,
    ),
  read: async (stripe) => accountFromV1(await stripe.getAccount(), mode),
  createOnboardingLink: async (stripe, urls) => {
    const link = await stripe.createAccountLink({ type: 'account_onboarding', ...urls });
    return { url: link.url, expiresAt: new Date(link.expires_at * 1000) };
  },
});
