import { type Call, operation, type Operation } from '../wire/operation.ts';
import { integer, type ParamsOf, type ParamTable, required, text } from '../wire/params.ts';
import { readSearch } from '../wire/search-query.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import { conditionFor, type SearchFields } from './search-sql.ts';

/** The parameters of every search. */
export const searchParams = {
  query: required(text()),
  limit: integer({ min: 1, max: 100 }),
  page: text(),
} as const satisfies ParamTable;

type Searched = 'charge' | 'customer' | 'payment_intent' | 'price' | 'product';

const created = { sql: 'created', isNumber: true };

const OF_PAYMENTS: SearchFields = {
  amount: number('amount'),
  created,
  currency: words('currency'),
  customer: words('customer'),
  status: words('status'),
};

/** What can be searched for, by Stripe's names. Of what Stripe searches, the rest is left out. */
const FIELDS: { readonly [K in Searched]: SearchFields } = {
  charge: {
    ...OF_PAYMENTS,
    'payment_method_details.card.brand': words('card.brand'),
    'payment_method_details.card.exp_month': number('card.expMonth'),
    'payment_method_details.card.exp_year': number('card.expYear'),
    'payment_method_details.card.last4': words('card.last4'),
  },
  customer: { created, email: words('email'), name: words('name'), phone: words('phone') },
  payment_intent: OF_PAYMENTS,
  price: {
    active: flag('active'),
    currency: words('currency'),
    lookup_key: words('lookupKey'),
    product: words('product'),
  },
  product: {
    active: flag('active'),
    description: words('description'),
    name: words('name'),
    shippable: flag('shippable'),
    url: words('url'),
  },
};

function words(path: string): SearchFields[string] {
  return { sql: `document ->> '$.${path}'`, isNumber: false };
}

/** JSON's truth is a number in SQLite, and a word in Stripe's queries. */
function flag(path: string): SearchFields[string] {
  return { sql: `case document ->> '$.${path}' when 1 then 'true' when 0 then 'false' end`, isNumber: false };
}

function number(path: string): SearchFields[string] {
  return { sql: `document ->> '$.${path}'`, isNumber: true };
}

/** Searches with Stripe's query language; newest first, with the last one's id as the name of the next page. */
export function searchOf(
  call: Omit<Call<ParamTable>, 'params'> & { readonly params: ParamsOf<typeof searchParams> },
  kind: Searched,
  url: string,
): object {
  const { world, account, params, expand } = call;
  const { query, page, limit = 10 } = params;
  if (page !== undefined && world.store.find(kind, page)?.account !== account)
    throw invalidParam('The page token is not one of this search.', 'page');
  const found = conditionFor(FIELDS[kind], readSearch(query));
  const wanted = { account, limit, startingAfter: page, condition: kind === 'customer' ? undeleted(found) : found };
  const { rows, hasMore } = world.store.list(kind, wanted);
  return {
    object: 'search_result',
    data: rows.map((row) => world.render(world, kind, row)),
    has_more: hasMore,
    next_page: hasMore ? (rows.at(-1)?.id ?? null) : null,
    // Counting reads them all, so it is done for those who ask.
    ...(expand.includes('total_count') && { total_count: world.store.count(kind, wanted) }),
    url,
  };
}

function undeleted({ sql, values }: ReturnType<typeof conditionFor>): ReturnType<typeof conditionFor> {
  return { sql: `${sql} and document ->> '$.deleted' is not 1`, values };
}

/** Searches of what the emulator's money is made of. */
export const searchOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/charges/search',
    params: searchParams,
    run: (call) => searchOf(call, 'charge', '/v1/charges/search'),
  }),
  operation({
    method: 'GET',
    path: '/v1/payment_intents/search',
    params: searchParams,
    run: (call) => searchOf(call, 'payment_intent', '/v1/payment_intents/search'),
  }),
];
