import type { Props } from '../case.ts';
import { invalid, type Refusal } from '../refusal.ts';
import { checkout } from '../wishes.ts';

type Method = 'GET' | 'POST';
type Params = Readonly<Record<string, unknown>>;

/** Parameters that are too many, too few, or not what they should be: most of them the SDK's types do not let through. */
export const parameterRefusals: readonly Refusal[] = [
  ['a parameter that is unknown', customer({ nickname: 'Jo' }), wrong('nickname', 'parameter_unknown')],
  [
    'one that is unknown inside another',
    payment({ transfer_data: { x: 1 } }),
    wrong('transfer_data[x]', 'parameter_unknown'),
  ],
  [
    'a parameter that is missing',
    ask('POST', '/v1/prices', { currency: 'usd' }),
    wrong('unit_amount', 'parameter_missing'),
  ],
  [
    'one that is missing inside another',
    payment({ transfer_data: { amount: 1 } }),
    wrong('transfer_data[destination]', 'parameter_missing'),
  ],
  ['a word where a number should be', payment({ amount: 'ten' }), wrong('amount', 'parameter_invalid_integer')],
  ['a number that is not whole', payment({ amount: 10.5 }), wrong('amount', 'parameter_invalid_integer')],
  ['a number that is too small', payment({ amount: -1 }), wrong('amount', 'parameter_invalid_integer')],
  ['a number that is too large', ask('GET', '/v1/charges?limit=101'), wrong('limit', 'parameter_invalid_integer')],
  ['a word where yes or no should be', payment({ confirm: 'maybe' }), wrong('confirm')],
  ['a word that is not one of a few', payment({ capture_method: 'later' }), wrong('capture_method')],
  ['a text where parts should be', payment({ transfer_data: 'x' }), wrong('transfer_data', 'parameter_invalid_empty')],
  [
    'a text where a list should be',
    webhook({ enabled_events: 'all' }),
    wrong('enabled_events', 'parameter_invalid_empty'),
  ],
  ['parts in metadata', customer({ metadata: { k: { deep: 'v' } } }), wrong('metadata[k]')],
  ['a name in metadata that is too long', customer({ metadata: { ['k'.repeat(41)]: 'v' } }), wrong('metadata')],
  ['a value in metadata that is too long', customer({ metadata: { k: 'v'.repeat(501) } }), wrong('metadata[k]')],
  ['an address that is none', webhook({ enabled_events: ['*'], url: 'here' }), wrong('url', 'url_invalid')],
  ['a country that is none', ask('POST', '/v1/accounts', { country: 'XX' }), wrong('country', 'country_unsupported')],
  ['a currency that is none', payment({ currency: 'xyz' }), wrong('currency')],
  [
    'an e-mail address that is none',
    ({ stripe, on }) => stripe.checkout.sessions.create({ ...checkout(), customer_email: 'somebody' }, on),
    wrong('customer_email', 'email_invalid'),
  ],
  ['an e-mail address of a customer that is none', customer({ email: 'nope' }), wrong('email', 'email_invalid')],
  [
    'an e-mail address of an account that is none',
    ask('POST', '/v1/accounts', { email: 'nope' }),
    wrong('email', 'email_invalid'),
  ],
  ['a digit too many for the currency', payment({ amount: 1001, currency: 'kwd' }), wrong('amount')],
  [
    'methods of payment that are named',
    payment({ payment_method_types: ['card'] }),
    wrong('payment_method_types', 'payment_method_types_no_longer_supported'),
  ],
  ['a customer in a parameter who is none', payment({ customer: 'cus_none' }), gone('customer')],
  ['a method of payment that is none', payment({ payment_method: 'pm_none' }), gone('payment_method')],
  [
    'a product in a parameter that is none',
    ask('POST', '/v1/prices', { currency: 'usd', unit_amount: 1, product: 'prod_none' }),
    gone('product'),
  ],
  ['a charge to refund that is none', ask('POST', '/v1/refunds', { charge: 'ch_none' }), gone('charge')],
  ['a page after something that is none', ask('GET', '/v1/charges?starting_after=ch_none'), gone('starting_after')],
  [
    'a page both after and before something',
    ask('GET', '/v1/charges?starting_after=a&ending_before=b'),
    wrong('starting_after'),
  ],
  [
    'a field to expand that cannot be',
    ({ stripe, made }) => stripe.customers.retrieve(made.customer, { expand: ['name.first'] }),
    wrong('expand'),
  ],
  [
    'fields to expand that lie too deep',
    ({ stripe }) => stripe.charges.list({ expand: ['data.a.b.c.d'] }),
    wrong('expand'),
  ],
  ['a search that cannot be read', ask('GET', '/v1/charges/search?query=cheap'), wrong('query')],
  ['a search for what cannot be searched', ask('GET', '/v1/charges/search?query=colour:"red"'), wrong('query')],
  ['events of one type and of several', ask('GET', '/v1/events?type=a&types[0]=b'), wrong('type')],
];

function wrong(param: string, code?: string) {
  return invalid({ param, ...(code !== undefined && { code }) });
}

function gone(param: string) {
  return wrong(param, 'resource_missing');
}

function ask(method: Method, path: string, params?: Params) {
  return ({ stripe }: Props) => stripe.rawRequest(method, path, params);
}

function customer(params: Params) {
  return ask('POST', '/v1/customers', params);
}

function payment(params: Params) {
  return ask('POST', '/v1/payment_intents', { amount: 900, currency: 'usd', ...params });
}

function webhook(params: Params) {
  return ask('POST', '/v1/webhook_endpoints', { url: 'https://example.com', ...params });
}
