import type { Where } from '../world/lookups.ts';
import type { Kind, Kinds } from '../world/state.ts';
import type { Condition, Page } from '../world/queries.ts';
import { given } from './given.ts';
import { type Call, NOUNS } from './operation.ts';
import { integer, type ParamsOf, type ParamTable, range, text } from './params.ts';
import { invalidParam, referenceMissing } from './stripe-error.ts';

/** The parameters of every list of API v1. */
export const listParams = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text(),
  ending_before: text(),
  created: range(),
} as const satisfies ParamTable;

type ListCall = Omit<Call<ParamTable>, 'params'> & { readonly params: ParamsOf<typeof listParams> };

/** Lists the objects of a kind that the account in effect has, newest first, in Stripe's form. */
export function listOf<K extends Kind>(
  call: ListCall,
  kind: K,
  url: string,
  where?: Where<K>,
  condition?: Condition,
): object {
  const { rows, hasMore } = pageAsked(call, kind, where, condition);
  const data = rows.map((row) => call.world.render(call.world, kind, row));
  return { object: 'list', url, has_more: hasMore, data };
}

/**
 * Reads the page that a call asks for.
 *
 * @throws {StripeError} for a cursor that is none of the account's objects of this kind.
 */
export function pageAsked<K extends Kind>(
  { world, params, account }: ListCall,
  kind: K,
  where?: Where<K>,
  condition?: Condition,
): Page<Kinds[K]> {
  const { limit = 10, starting_after: startingAfter, ending_before: endingBefore, created } = params;
  if (startingAfter !== undefined && endingBefore !== undefined)
    throw invalidParam('You can only use one of starting_after and ending_before.', 'starting_after');
  for (const [param, cursor] of [
    ['starting_after', startingAfter],
    ['ending_before', endingBefore],
  ] as const) {
    if (cursor !== undefined && world.store.find(kind, cursor)?.account !== account)
      throw referenceMissing(NOUNS[kind], cursor, param);
  }
  return world.store.list(kind, {
    account,
    limit,
    startingAfter,
    endingBefore,
    ...given({ where, created, condition }),
  });
}

const SIGNS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** Writes a range as a condition on what the emulator keeps; undefined where nothing is ruled out. */
export function rangeCondition(
  sql: string,
  bounds: Readonly<Partial<Record<keyof typeof SIGNS, number>>>,
): Condition | undefined {
  const names = (['gt', 'gte', 'lt', 'lte'] as const).filter((name) => bounds[name] !== undefined);
  if (names.length === 0) return undefined;
  return {
    sql: names.map((name) => `${sql} ${SIGNS[name]} ?`).join(' and '),
    values: names.map((name) => bounds[name] ?? 0),
  };
}
