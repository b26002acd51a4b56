import type { Account, AccountSession } from '@sellerdesk/contract';
import type { Stripe } from 'stripe';
import type { Mode } from '../config.ts';
import { Problem, problem } from '../http/index.ts';
import type { Services } from '../services.ts';
import { stripeAccountId } from '../stripe/index.ts';

/** Which kind of session is made, with what it lets a browser do. */
export interface SessionKind {
  readonly kind: AccountSession['kind'];
  readonly components: Stripe.AccountSessionCreateParams.Components;
}

/**
 * Creates an Account Session for pages of a seller, given their account as our database has it, or returns null while the
 * account has nothing to show: components stay empty until the seller has told Stripe who they are.
 *
 * @throws {Problem} `stripe_refused`, `stripe_unavailable` or `test_mode_off`
 */
export async function createSessionFor(
  { stripe }: Pick<Services, 'stripe'>,
  account: Account | null,
  { kind, components }: SessionKind,
): Promise<AccountSession | null> {
  if (account === null || !account.detailsSubmitted) return null;
  const { mode } = account;
  const own = { stripeAccountId: stripeAccountId(account.stripeAccountId), mode };
  const session = await stripe.scopedTo(own).createAccountSession({ components });
  assertOwn(session, own.stripeAccountId, kind === 'support' ? 'test' : mode);
  return {
    clientSecret: session.client_secret,
    expiresAt: new Date(session.expires_at * 1000).toISOString(),
    publishableKey: stripe.publishableKey(mode),
    kind,
    components: Object.keys(components),
  };
}

/** Stripe answered with a session that is not of the mode that was meant. */
class WrongModeError extends Error {
  override readonly name = 'WrongModeError';
}

/** Says whether a problem came of a session in the wrong mode. */
export function isModeWrong(error: unknown): boolean {
  return error instanceof Problem && error.details.cause instanceof WrongModeError;
}

/** A secret for another account or of the other mode must never reach a browser, whatever went wrong before. */
function assertOwn({ account, livemode }: Stripe.AccountSession, own: string, mode: Mode): void {
  if (livemode !== (mode === 'live'))
    throw problem('stripe_refused', {
      cause: new WrongModeError('Stripe answered with an Account Session of the other mode'),
    });
  if (account !== own)
    throw problem('stripe_refused', { cause: new Error('Stripe answered with an Account Session of another account') });
}
