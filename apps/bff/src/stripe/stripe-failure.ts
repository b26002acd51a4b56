import { Stripe } from 'stripe';
import { type Problem, problem } from '../http/problem.ts';

/**
 * What a failed call means: `refused` Stripe looked at it and nothing was done; `unclear` it may or may not have been done.
 */
export type StripeOutcome = 'refused' | 'unclear';

/** Why a call to Stripe failed, with what helps to find it in Stripe's logs and without what was sent. */
export class StripeFailure extends Error {
  override readonly name = 'StripeFailure';
  readonly outcome: StripeOutcome;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly param: string | undefined;
  readonly stripeRequestId: string | undefined;
  /** Stripe did not let us in: it says something of our key and its permissions and nothing of what was asked. */
  readonly isAccessRefused: boolean;
  /** The answer was kept by Stripe under our idempotency key: asking again with this key will never change it. */
  readonly isReplayed: boolean;

  constructor(error: Stripe.errors.StripeError) {
    super(error.message);
    this.outcome = outcomeOf(error);
    this.status = error.statusCode;
    this.code = error.code;
    this.param = error.param;
    this.stripeRequestId = error.requestId;
    this.isAccessRefused = error.statusCode === 401 || error.statusCode === 403;
    this.isReplayed = error.headers?.['idempotent-replayed'] === 'true';
  }
}

/**
 * Makes a call to Stripe.
 *
 * @throws {Problem} `stripe_refused` or `stripe_unavailable`, caused by a {@link StripeFailure}.
 */
export async function askStripe<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) throw problemFrom(new StripeFailure(error));
    throw error;
  }
}

/** Returns the failure of Stripe's behind an error, if there is one. */
export function stripeFailureOf(error: unknown): StripeFailure | undefined {
  return error instanceof Error && error.cause instanceof StripeFailure ? error.cause : undefined;
}

function problemFrom(failure: StripeFailure): Problem {
  if (failure.outcome === 'unclear') return problem('stripe_unavailable', { cause: failure, retryAfterSeconds: 5 });
  // Messages about our own key or permissions are for us; the log has them.
  return problem('stripe_refused', { cause: failure, ...(!failure.isAccessRefused && { detail: failure.message }) });
}

/**
 * A conflict means that the same call is being worked on, and a key used with other parameters that an earlier call got
 * through: neither says that nothing was done. Too many requests says it, but asks to come back.
 */
function outcomeOf({ statusCode = 0, rawType }: Stripe.errors.StripeError): StripeOutcome {
  if (statusCode < 400 || statusCode >= 500) return 'unclear';
  return statusCode === 409 || statusCode === 429 || rawType === 'idempotency_error' ? 'unclear' : 'refused';
}
