import Stripe from 'stripe';
import type { Props } from '../case.ts';
import { type Refusal, type Told } from '../refusal.ts';
import { BORN } from '../wishes.ts';

type Method = 'GET' | 'POST';
type Params = Readonly<Record<string, unknown>>;

const { StripeIdempotencyError, StripeInvalidRequestError } = Stripe.errors;

const INVALID_FIELDS: Told = { kind: StripeInvalidRequestError, status: 400, code: 'invalid_fields' };
const NOT_FOUND: Told = { kind: StripeInvalidRequestError, status: 404, code: 'not_found' };

/** What API v2 tells in its own way: fields and ids by a code, without a type. */
export const v2Refusals: readonly Refusal[] = [
  ['a parameter of API v2 that is unknown', account({ nickname: 'Jo' }), INVALID_FIELDS],
  ['one of API v2 that is unknown inside another', account({ defaults: { x: 1 } }), INVALID_FIELDS],
  [
    'one of API v2 that is missing',
    ask('POST', '/v2/core/account_links', { use_case: { type: 'account_onboarding' } }),
    INVALID_FIELDS,
  ],
  ['one of API v2 of another type', account({ display_name: 7 }), INVALID_FIELDS],
  ['a word of API v2 that is not one of a few', account({ dashboard: 'half' }), INVALID_FIELDS],
  ['a country of API v2 that is none', account({ identity: { country: 'XX' } }), INVALID_FIELDS],
  ['a merchant of API v2 without responsibilities', account({ configuration: { merchant: {} } }), INVALID_FIELDS],
  [
    'a thirteenth month of API v2',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.create(made.v2, { date_of_birth: { ...BORN, month: 13 } }),
    INVALID_FIELDS,
  ],
  [
    'a thirty-second day of the one behind an account of API v2',
    account({ identity: { individual: { date_of_birth: { ...BORN, day: 32 } } } }),
    INVALID_FIELDS,
  ],
  ['a page of API v2 that is none', ask('GET', '/v2/core/accounts?page=n_none'), INVALID_FIELDS],
  ['a limit of API v2 that is too large', ask('GET', '/v2/core/events?limit=101'), INVALID_FIELDS],
  ['an event of API v2 that is none', ({ stripe }) => stripe.v2.core.events.retrieve('evt_none'), NOT_FOUND],
  [
    'an event destination that is none',
    ({ stripe }) => stripe.v2.core.eventDestinations.retrieve('ed_test_none'),
    NOT_FOUND,
  ],
  [
    'an event destination to delete that is none',
    ({ stripe }) => stripe.v2.core.eventDestinations.del('ed_test_none'),
    NOT_FOUND,
  ],
  [
    'a person of API v2 who is none',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.retrieve(made.v2, 'person_none'),
    NOT_FOUND,
  ],
  [
    'a key for two different requests of API v2',
    async ({ stripe }) => {
      const idempotencyKey = `twice-v2-${Date.now()}`;
      await stripe.v2.core.accounts.create({ display_name: 'One' }, { idempotencyKey });
      return stripe.v2.core.accounts.create({ display_name: 'Other' }, { idempotencyKey });
    },
    { kind: StripeIdempotencyError, status: 409, type: 'idempotency_error', code: 'idempotency_error' },
  ],
];

function ask(method: Method, path: string, params?: Params) {
  return ({ stripe }: Props) => stripe.rawRequest(method, path, params);
}

function account(params: Params) {
  return ask('POST', '/v2/core/accounts', params);
}
