import { findAccountById } from '../accounts/index.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type ScopedStripe, stripeFailureOf } from '../stripe/index.ts';
import { CHARGE_ID_KEY, checkoutParams, idempotencyKeyOf } from './checkout-params.ts';
import type { HeardSession } from './hear-session.ts';
import type { StoredCharge } from './stored-charge.ts';

/**
 * What became of asking Stripe to create a charge: it has it · it refused and has nothing · it may have it · it may have
 * it, and since the seller has cut the account off we cannot find out. Unclear and `isFinal`: Stripe will give this key
 * the same answer however often it is asked.
 */
export type Outcome =
  | ({ readonly kind: 'created' } & HeardSession)
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unclear'; readonly isAnswered: boolean; readonly isFinal: boolean }
  | { readonly kind: 'disconnected' };

/** Whether Stripe may have been asked for a charge before: then a refusal says less. */
export type Asking = 'first' | 'again';

/**
 * Returns what asks Stripe for the account of a charge.
 *
 * @throws {Problem} `account_missing` when the seller has cut the account off, `test_mode_off`.
 */
export async function stripeOf(services: Services, { stripeAccountId }: StoredCharge): Promise<ScopedStripe> {
  const account = await findAccountById(services, stripeAccountId);
  if (account === undefined) throw problem('account_missing');
  return services.stripe.scopedTo(account);
}

/** Says whether an error is that the seller has cut the account off. */
export function isCutOff(error: unknown): boolean {
  return error instanceof Problem && error.code === 'account_missing';
}

function isModeOff(error: unknown): boolean {
  return error instanceof Problem && error.code === 'test_mode_off';
}

/** Asks Stripe to create a charge; asking again is harmless, since the key is always the same. */
export async function askForSession(services: Services, charge: StoredCharge, asking: Asking): Promise<Outcome> {
  const { config, now } = services;
  try {
    const stripe = await stripeOf(services, charge);
    const readAt = now();
    const params = checkoutParams(charge, config.http.publicUrl);
    return { kind: 'created', session: await stripe.createCheckoutSession(params, idempotencyKeyOf(charge)), readAt };
  } catch (error) {
    services.log.warn({ err: error, chargeId: charge.chargeId }, 'a charge was not created');
    return outcomeFrom(error, asking);
  }
}

/** Looks a charge up by its id among the sessions of its account, made since shortly before it was asked for. */
export async function lookUpSession(services: Services, charge: StoredCharge): Promise<HeardSession | undefined> {
  const stripe = await stripeOf(services, charge);
  const readAt = services.now();
  const clockDifferenceSeconds = 3600;
  const since = Math.floor(charge.requestedAt.getTime() / 1000) - clockDifferenceSeconds;
  const session = await stripe.findCheckoutSession(
    since,
    ({ metadata }) => metadata?.[CHARGE_ID_KEY] === charge.chargeId,
  );
  return session && { session, readAt };
}

/**
 * Returns what a failed call means for the charge; an error that is not of Stripe's making is thrown on. Who is not let in
 * is refused before Stripe looks at the key, so that nothing follows for what was asked with it before.
 */
function outcomeFrom(error: unknown, asking: Asking): Outcome {
  if (isCutOff(error)) return asking === 'first' ? notConnected : { kind: 'disconnected' };
  if (isModeOff(error))
    return asking === 'first' ? switchedOff : { kind: 'unclear', isAnswered: false, isFinal: false };
  const failure = stripeFailureOf(error);
  if (failure === undefined) throw error;
  const saysNothing = asking === 'again' && failure.isAccessRefused;
  if (failure.outcome === 'refused' && !saysNothing) return { kind: 'refused', message: messageFor(error) };
  return { kind: 'unclear', isAnswered: failure.status !== undefined, isFinal: failure.isReplayed };
}

const switchedOff: Outcome = { kind: 'refused', message: 'Test accounts are switched off at the moment.' };
const notConnected: Outcome = { kind: 'refused', message: 'Your Stripe account is no longer connected.' };

/** What a problem says is for sellers; what it does not say is for our log. */
function messageFor(error: unknown): string {
  const hasWords = error instanceof Error && error.message !== 'stripe_refused';
  return hasWords ? error.message : 'Stripe did not accept this charge.';
}
