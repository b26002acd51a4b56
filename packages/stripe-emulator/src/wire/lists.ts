import type { Kind } from '../world/state.ts';
import type { ListQuery } from '../world/store.ts';
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

/** Lists the objects of a kind that the account in effect has, newest first, in Stripe's form. */
export function listOf(
  { world, params, account }: Omit<Call<ParamTable>, 'params'> & { readonly params: ParamsOf<typeof listParams> },
  kind: Kind,
  url: string,
  where: ListQuery['where'] = {},
  condition?: ListQuery['condition'],
): object {
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
  const set = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
  const page = world.store.list(kind, {
    account,
    where: set,
    limit,
    startingAfter,
    endingBefore,
    ...(created !== undefined && { created }),
    ...(condition !== undefined && { condition }),
  });
  return {
    object: 'list',
    url,
    has_more: page.hasMore,
    data: page.rows.map(({ id }) => world.render(world, kind, id)),
  };
}

const SIGNS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** Writes a range as a condition on what the emulator keeps; undefined where nothing is ruled out. */
export function rangeCondition(
  sql: string,
  bounds: Readonly<Partial<Record<keyof typeof SIGNS, number>>>,
): ListQuery['condition'] {
  const names = (['gt', 'gte', 'lt', 'lte'] as const).filter((name) => bounds[name] !== undefined);
  if (names.length === 0) return undefined;
  return {
    sql: names.map((name) => `${sql} ${SIGNS[name]} ?`).join(' and '),
    values: names.map((name) => bounds[name] ?? 0),
  };
}
