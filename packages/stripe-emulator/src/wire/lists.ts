import type { Where } from '../world/lookups.ts';
import type { Kind, Kinds } from '../world/state.ts';
import type { Page } from '../world/store.ts';
import { given } from './given.ts';
import type { Call } from './operation.ts';
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
export function listOf<K extends Kind>(call: ListCall, kind: K, url: string, where?: Where<K>): object {
  const { rows, hasMore } = pageAsked(call, kind, where);
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
): Page<Kinds[K]> {
  const { limit = 10, starting_after: startingAfter, ending_before: endingBefore, created } = params;
  if (startingAfter !== undefined && endingBefore !== undefined)
    throw invalidParam('You can only use one of starting_after and ending_before.', 'starting_after');
  for (const [param, cursor] of [
    ['starting_after', startingAfter],
    ['ending_before', endingBefore],
  ] as const) {
    if (cursor !== undefined && world.store.find(kind, cursor)?.account !== account)
      throw referenceMissing(kind.replaceAll('_', ' '), cursor, param);
  }
  return world.store.list(kind, { account, limit, startingAfter, endingBefore, ...given({ where, created }) });
}
