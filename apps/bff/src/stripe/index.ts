import type { FastifyBaseLogger } from 'fastify';
import type { Config, Mode, StripeAccess } from '../config.ts';
import { problem } from '../http/problem.ts';
import { createStripeLog } from './call-log.ts';
import { type PlatformStripe, platformStripe } from './platform-stripe.ts';
import { type ScopedStripe, scopedStripe } from './scoped-stripe.ts';
import { createSdk, type Sdk } from './sdk.ts';
import type { StripeAccountId } from './stripe-account-id.ts';

export { logStripeCallsOfRequests } from './call-log.ts';
export type { ScopedStripe } from './scoped-stripe.ts';
export { type StripeAccountId, stripeAccountId } from './stripe-account-id.ts';
export { stripeFailureOf } from './stripe-failure.ts';

/** An account that Stripe can be asked about: one without its mode would be asked about in either. */
export interface AccountOfMode {
  readonly stripeAccountId: StripeAccountId;
  readonly mode: Mode;
}

/**
 * The two ways to ask Stripe: for one connected account, or as the platform. There is no third. Each knows the mode it
 * asks in.
 *
 * All throw the problem `test_mode_off` when there are no keys of that mode.
 */
export interface StripeDoor {
  readonly platform: (mode: Mode) => PlatformStripe;
  readonly scopedTo: (account: AccountOfMode) => ScopedStripe;
  /** The key with which a browser opens components in a mode. */
  readonly publishableKey: (mode: Mode) => string;
  close(): void;
}

/** Opens the only door to Stripe; one per process, since its connections are kept. */
export function createStripe(config: Pick<Config, 'stripe'>, log: FastifyBaseLogger): StripeDoor {
  const { live, test } = config.stripe.access;
  const stripeLog = createStripeLog(log);
  const opened = {
    live: live && { ...live, sdk: createSdk(live, stripeLog) },
    test: test && { ...test, sdk: createSdk(test, stripeLog) },
  };
  const of = (mode: Mode): StripeAccess & { readonly sdk: Sdk } => {
    const access = opened[mode];
    if (access === undefined) throw problem('test_mode_off');
    return access;
  };
  return {
    platform: (mode) => platformStripe(of(mode).sdk.stripe),
    scopedTo: ({ stripeAccountId, mode }) => scopedStripe(of(mode).sdk.stripe, stripeAccountId),
    publishableKey: (mode) => of(mode).publishableKey,
    close: () => {
      for (const access of [opened.live, opened.test]) access?.sdk.close();
    },
  };
}
