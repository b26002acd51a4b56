import type { Asked } from './asked.ts';
import { notAllowed, signInNeeded } from './refusal.ts';

/** The components that show what Stripe knows of an account. */
export const ACCOUNT_COMPONENTS = ['account_onboarding', 'account_management'] as const;

/**
 * Lets in who may see what Stripe knows of an account: managing begins where onboarding ends.
 *
 * @throws {FrameRefusal} 403 for account management before onboarding was handed in.
 */
export function admitted(asked: Asked): Asked {
  if (asked.account.submittedUnix !== null || asked.granted.includes('account_onboarding')) return asked;
  throw notAllowed('account_management_too_early');
}

/** Says whether the seller has to sign in at Stripe's own window before anything is shown or changed. */
export function needsSignIn({ session, may }: Asked): boolean {
  return session.signedInUnix === undefined && !may('disable_stripe_user_authentication');
}

/**
 * Lets in who has shown who they are.
 *
 * @throws {FrameRefusal} 403 with `authentication_needed` before.
 */
export function signedIn(asked: Asked): Asked {
  if (needsSignIn(admitted(asked))) throw signInNeeded();
  return asked;
}
