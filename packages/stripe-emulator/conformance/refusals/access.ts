import Stripe from 'stripe';
import type { Props } from '../case.ts';
import { invalid, missing, type Refusal, type Told } from '../refusal.ts';

const { StripeAuthenticationError, StripeIdempotencyError, StripePermissionError } = Stripe.errors;

const TWICE: Told = { kind: StripeIdempotencyError, status: 400, type: 'idempotency_error' };

/** Who may ask, on whose behalf, and for what. */
export const accessRefusals: readonly Refusal[] = [
  ['a key that is none', balance({ apiKey: 'sk_test_1234567890abcdef' }), unauthorized()],
  ['a publishable key that is none', balance({ apiKey: 'pk_test_1234567890abcdef' }), unauthorized()],
  ['a publishable live key', balance({ apiKey: 'pk_live_1234567890abcdef' }), unauthorized()],
  ['a live key', balance({ apiKey: 'sk_live_1234567890abcdef' }), unauthorized()],
  ['a restricted live key', balance({ apiKey: 'rk_live_1234567890abcdef' }), unauthorized()],
  ['a version that is none', balance({ apiVersion: 'yesterday' }), invalid({})],
  ['a version of the future', balance({ apiVersion: '2031-01-01.later' }), invalid({})],
  ['an account of somebody else', balance({ stripeAccount: 'acct_1none' }), forbidden('account_invalid')],
  ['a context of somebody else', balance({ stripeContext: 'acct_1none' }), forbidden('account_invalid')],
  [
    'an account of somebody else in a path',
    ({ stripe }) => stripe.accounts.retrieve('acct_1none'),
    forbidden('account_invalid'),
  ],
  [
    'an account of somebody else in API v2',
    ({ stripe }) => stripe.v2.core.accounts.retrieve('acct_1none'),
    forbidden('account_invalid'),
  ],
  [
    'the bank of an account that Stripe asks itself',
    ({ stripe, seller }) => stripe.accounts.createExternalAccount(seller, { external_account: 'btok_us_verified' }),
    forbidden(),
  ],
  [
    'the persons of an account that Stripe asks itself',
    ({ stripe, seller }) => stripe.accounts.createPerson(seller, { first_name: 'Ann' }),
    forbidden(),
  ],
  ['an address that is none', ({ stripe }) => stripe.rawRequest('GET', '/v1/nothing'), invalid({ status: 404 })],
  ['a charge that is none', ({ stripe, on }) => stripe.charges.retrieve('ch_none', {}, on), missing()],
  ['a customer that is none', ({ stripe }) => stripe.customers.retrieve('cus_none'), missing()],
  ['a payment that is none', ({ stripe, on }) => stripe.paymentIntents.retrieve('pi_none', {}, on), missing('intent')],
  [
    'a payment of another account',
    ({ stripe, made }) => stripe.paymentIntents.retrieve(made.intent),
    missing('intent'),
  ],
  ['a payout that is none', ({ stripe, on }) => stripe.payouts.retrieve('po_none', {}, on), missing()],
  ['an event that is none', ({ stripe }) => stripe.events.retrieve('evt_none'), missing()],
  [
    'a person who is none',
    ({ stripe, made }) => stripe.accounts.retrievePerson(made.account, 'person_none'),
    missing('person'),
  ],
  [
    'a key for two different requests',
    async ({ stripe }) => {
      const idempotencyKey = `twice-${Date.now()}`;
      await stripe.customers.create({ name: 'One' }, { idempotencyKey });
      return stripe.customers.create({ name: 'Other' }, { idempotencyKey });
    },
    TWICE,
  ],
  [
    'an idempotency key that is too long',
    ({ stripe }) => stripe.customers.create({ name: 'One' }, { idempotencyKey: 'k'.repeat(256) }),
    TWICE,
  ],
];

function balance(options: Stripe.RequestOptions) {
  return ({ stripe }: Props) => stripe.balance.retrieve({}, options);
}

function unauthorized(code?: string): Told {
  return told(StripeAuthenticationError, 401, code);
}

function forbidden(code?: string): Told {
  return told(StripePermissionError, 403, code);
}

function told(kind: Told['kind'], status: number, code: string | undefined): Told {
  return { kind, status, type: 'invalid_request_error', ...(code !== undefined && { code }) };
}
