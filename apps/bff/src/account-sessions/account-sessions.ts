import type { Account, AccountSession } from '@sellerdesk/contract';
import type { Stripe } from 'stripe';
import type { Config } from '../config.ts';
import { problem } from '../http/index.ts';
import type { Services } from '../services.ts';
import { stripeAccountId } from '../stripe/index.ts';
import { sellerComponents } from './session-components.ts';

/**
 * Creates an Account Session for a seller's own pages, given their account as our database has it, or returns null while the account has nothing to show: components
 * stay empty until the seller has told Stripe who they are.
 *
 * @throws {Problem} `stripe_refused` or `stripe_unavailable`
 */
export async function createSessionFor(
  { config, stripe }: Pick<Services, 'config' | 'stripe'>,
  account: Account | null,
): Promise<AccountSession | null> {
  if (account === null || !account.detailsSubmitted) return null;
  const own = stripeAccountId(account.stripeAccountId);
  const components = sellerComponents();
  const session = await stripe.scopedTo(own).createAccountSession({ components });
  assertOwn(session, own, config);
  return {
    clientSecret: session.client_secret,
    expiresAt: new Date(session.expires_at * 1000).toISOString(),
    publishableKey: config.stripe.publishableKey,
    kind: 'seller',
    components: Object.keys(components),
  };
}

/** A secret for another account or of the other mode must never reach a browser, whatever went wrong before. */
function assertOwn({ account, livemode }: Stripe.AccountSession, own: string, { mode }: Config): void {
  if (account === own && livemode === (mode === 'live')) return;
  throw problem('stripe_refused', {
    cause: new Error('Stripe answered with an Account Session of another account or mode'),
  });
}
