import type { Stripe } from 'stripe';
import { WRITE } from './sdk.ts';
import { askStripe } from './stripe-failure.ts';

/** Everything that is ever asked of Stripe as the platform itself: making connected accounts. */
export interface PlatformStripe {
  createAccount(params: Stripe.AccountCreateParams, idempotencyKey: string): Promise<Stripe.Account>;
  createAccountV2(params: Stripe.V2.Core.AccountCreateParams, idempotencyKey: string): Promise<Stripe.V2.Core.Account>;
}

/** Returns what can be asked as the platform. */
export function platformStripe(stripe: Stripe): PlatformStripe {
  return {
    createAccount: (params, idempotencyKey) =>
      askStripe(() => stripe.accounts.create(params, { ...WRITE, idempotencyKey })),
    createAccountV2: (params, idempotencyKey) =>
      askStripe(() => stripe.v2.core.accounts.create(params, { ...WRITE, idempotencyKey })),
  };
}
