import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { createStripeLog } from './call-log.ts';
import { type PlatformStripe, platformStripe } from './platform-stripe.ts';
import { type ScopedStripe, scopedStripe } from './scoped-stripe.ts';
import { createSdk } from './sdk.ts';
import type { StripeAccountId } from './stripe-account-id.ts';

export { logStripeCallsOfRequests } from './call-log.ts';
export type { ScopedStripe } from './scoped-stripe.ts';
export { type StripeAccountId, stripeAccountId } from './stripe-account-id.ts';
export { stripeFailureOf } from './stripe-failure.ts';

/** The two ways to ask Stripe: for one connected account, or as the platform. There is no third. */
export interface StripeDoor {
  readonly platform: PlatformStripe;
  readonly scopedTo: (account: StripeAccountId) => ScopedStripe;
  close(): void;
}

/** Opens the only door to Stripe; one per process, since its connections are kept. */
export function createStripe(config: Pick<Config, 'stripe'>, log: FastifyBaseLogger): StripeDoor {
  const sdk = createSdk(config, createStripeLog(log));
  return {
    platform: platformStripe(sdk.stripe),
    scopedTo: (account) => scopedStripe(sdk.stripe, account),
    close: () => sdk.close(),
  };
}
