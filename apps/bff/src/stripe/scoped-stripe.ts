import type { Stripe } from 'stripe';
import { READ, WRITE } from './sdk.ts';
import type { StripeAccountId } from './stripe-account-id.ts';
import { askStripe } from './stripe-failure.ts';

type WithoutAccount<T> = Omit<T, 'account'>;

/**
 * What can be asked of Stripe for one connected account. The account is part of it, whether Stripe takes it as a header or
 * as a parameter, so that no call can forget it or name another: without it a call acts on the platform itself.
 */
export interface ScopedStripe {
  readonly account: StripeAccountId;
  getAccount(): Promise<Stripe.Account>;
  getAccountV2(): Promise<Stripe.V2.Core.Account>;
  createAccountLink(params: WithoutAccount<Stripe.AccountLinkCreateParams>): Promise<Stripe.AccountLink>;
  createAccountLinkV2(
    params: WithoutAccount<Stripe.V2.Core.AccountLinkCreateParams>,
  ): Promise<Stripe.V2.Core.AccountLink>;
  createAccountSession(params: WithoutAccount<Stripe.AccountSessionCreateParams>): Promise<Stripe.AccountSession>;
  createLoginLink(): Promise<Stripe.LoginLink>;
  createCheckoutSession(
    params: Stripe.Checkout.SessionCreateParams,
    idempotencyKey: string,
  ): Promise<Stripe.Checkout.Session>;
  /** With its payment, and that with its last attempt: neither costs another call. */
  getCheckoutSession(id: string): Promise<Stripe.Checkout.Session>;
  /** Looks through the sessions created at or after a Unix time, newest first. */
  findCheckoutSession(
    createdSinceUnix: number,
    matches: (session: Stripe.Checkout.Session) => boolean,
  ): Promise<Stripe.Checkout.Session | undefined>;
  expireCheckoutSession(id: string): Promise<Stripe.Checkout.Session>;
}

const includeV2 = ['configuration.merchant', 'defaults', 'identity', 'requirements'] as const;

/** Returns what can be asked for an account. */
export function scopedStripe(stripe: Stripe, account: StripeAccountId): ScopedStripe {
  const read = { ...READ, stripeAccount: account };
  const write = { ...WRITE, stripeAccount: account };
  const { sessions } = stripe.checkout;
  return {
    account,
    getAccount: () => askStripe(() => stripe.accounts.retrieve(account, undefined, READ)),
    getAccountV2: () => askStripe(() => stripe.v2.core.accounts.retrieve(account, { include: [...includeV2] }, READ)),
    createAccountLink: (params) => askStripe(() => stripe.accountLinks.create({ ...params, account }, WRITE)),
    createAccountLinkV2: (params) => askStripe(() => stripe.v2.core.accountLinks.create({ ...params, account }, WRITE)),
    createAccountSession: (params) => askStripe(() => stripe.accountSessions.create({ ...params, account }, WRITE)),
    createLoginLink: () => askStripe(() => stripe.accounts.createLoginLink(account, undefined, WRITE)),
    createCheckoutSession: (params, idempotencyKey) =>
      askStripe(() => sessions.create(params, { ...write, idempotencyKey })),
    getCheckoutSession: (id) =>
      askStripe(() => sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] }, read)),
    findCheckoutSession: (createdSinceUnix, matches) =>
      askStripe(() => firstOf(sessions.list({ created: { gte: createdSinceUnix }, limit: 100 }, read), matches)),
    expireCheckoutSession: (id) => askStripe(() => sessions.expire(id, undefined, write)),
  };
}

async function firstOf<T>(items: AsyncIterable<T>, matches: (item: T) => boolean): Promise<T | undefined> {
  for await (const item of items) if (matches(item)) return item;
  return undefined;
}
