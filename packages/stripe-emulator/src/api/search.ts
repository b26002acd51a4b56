import type { Kinds } from '../world/state.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import { integer, type ParamsOf, type ParamTable, required, text } from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import { type Clause, readSearch } from '../wire/search-query.ts';

/** The parameters of every search. */
export const searchParams = {
  query: required(text()),
  limit: integer({ min: 1, max: 100 }),
  page: text(),
} as const satisfies ParamTable;

type Searched = 'charge' | 'customer' | 'payment_intent';

/** What can be searched for, by Stripe's names, and where the emulator keeps it. */
const FIELDS: { readonly [K in Searched]: Readonly<Record<string, keyof Kinds[K] & string>> } = {
  charge: {
    amount: 'amount',
    created: 'createdUnix',
    currency: 'currency',
    customer: 'customer',
    status: 'status',
  },
  customer: { created: 'createdUnix', email: 'email', name: 'name', phone: 'phone' },
  payment_intent: {
    amount: 'amount',
    created: 'createdUnix',
    currency: 'currency',
    customer: 'customer',
    status: 'status',
  },
};

/** Searches with Stripe's query language; newest first, with the last one's id as the name of the next page. */
export function searchOf(
  { world, account, params }: Omit<Call<ParamTable>, 'params'> & { readonly params: ParamsOf<typeof searchParams> },
  kind: Searched,
  url: string,
): object {
  const { clauses, any } = readSearch(params.query);
  const fields = FIELDS[kind];
  for (const { field } of clauses) requireField(fields, field);
  const hits = world.store
    .all(kind, account)
    .toReversed()
    .filter((object) => {
      if ('deleted' in object && object.deleted) return false;
      const answers = new Set(clauses.map((clause) => fits(valueOf(object, fields, clause.field), clause)));
      return any ? answers.has(true) : !answers.has(false);
    });
  const from = params.page === undefined ? 0 : hits.findIndex(({ id }) => id === params.page) + 1;
  const page = hits.slice(from, from + (params.limit ?? 10));
  const hasMore = from + page.length < hits.length;
  return {
    object: 'search_result',
    data: page.map((object) => world.render(world, kind, object)),
    has_more: hasMore,
    next_page: hasMore ? (page.at(-1)?.id ?? null) : null,
    url,
  };
}

function requireField(fields: Readonly<Record<string, string>>, field: string): void {
  if (Object.hasOwn(fields, field) || field.startsWith('metadata.')) return;
  throw invalidParam(
    `Field \`${field}\` is an unsupported search field. See https://stripe.com/docs/search#query-fields-for-each-resource for a list of supported fields.`,
    'query',
  );
}

function valueOf(object: object, fields: Readonly<Record<string, string>>, field: string): Value {
  const entries: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(object));
  if (!field.startsWith('metadata.')) return plain(entries[fields[field] ?? '']);
  const metadata: unknown = entries['metadata'];
  if (typeof metadata !== 'object' || metadata === null) return null;
  return plain(Object.entries(metadata).find(([key]) => key === field.slice('metadata.'.length))?.[1]);
}

type Value = string | number | null;

function plain(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function fits(value: Value, { sign, wanted, negated }: Clause): boolean {
  return holds(value, sign, wanted) !== negated;
}

function holds(value: Value, sign: Clause['sign'], wanted: string | null): boolean {
  if (wanted === null) return value === null;
  if (value === null) return false;
  if (sign === '~') return String(value).toLowerCase().includes(wanted.toLowerCase());
  if (sign === ':') return String(value).toLowerCase() === wanted.toLowerCase();
  const [one, other] = [Number(value), Number(wanted)];
  if (sign === '>') return one > other;
  if (sign === '<') return one < other;
  return sign === '>=' ? one >= other : one <= other;
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
