import type { Where } from '../world/lookups.ts';
import type { Kind, Kinds } from '../world/state.ts';
import type { ListQuery, Page } from '../world/queries.ts';
import type { Call } from '../wire/operation.ts';
import { integer, type ParamsOf, type ParamTable, text } from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';

/** The parameters of every list of API v2. */
export const pageParams = { limit: integer({ min: 1, max: 100 }), page: text() } as const satisfies ParamTable;

interface Listing<K extends Kind> {
  readonly where?: Where<K>;
  readonly created?: NonNullable<ListQuery<K>['created']>;
  /** Reads a page where not every row is wanted; all of a kind unless told. */
  readonly read?: (query: ListQuery<K>) => Page<Kinds[K]>;
  /** What was asked for besides, for the addresses of other pages: `&types[0]=…`. */
  readonly asked?: string;
}

/** Lists in the form of API v2: each page names the next and the previous one. */
export function pageV2<K extends Kind>(
  {
    world,
    account,
    params,
  }: Pick<Call<ParamTable>, 'account' | 'world'> & { readonly params: ParamsOf<typeof pageParams> },
  kind: K,
  path: string,
  toWire: (object: Kinds[K]) => object,
  { where, created, read = (query) => world.store.list(kind, query), asked = '' }: Listing<K> = {},
): object {
  const { limit = 20, page = '' } = params;
  const [direction, cursor] = [page.slice(0, 1), page.slice(2)];
  if (page !== '' && (!/^[nb]_/u.test(page) || world.store.find(kind, cursor)?.account !== account))
    throw invalidParam('The page token is not one of this list.', 'page');
  const backwards = direction === 'b';
  const { rows, hasMore } = read({
    account,
    ...(where !== undefined && { where }),
    limit,
    ...(created !== undefined && { created }),
    ...(direction === 'n' && { startingAfter: cursor }),
    ...(backwards && { endingBefore: cursor }),
  });
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
  const address = (token: string): string => `${path}?limit=${limit}${asked}&page=${token}`;
  const hasNext = backwards || hasMore;
  const hasPrevious = backwards ? hasMore : page !== '';
  return {
    data: rows.map(toWire),
    next_page_url: hasNext && last !== undefined ? address(`n_${last}`) : null,
    previous_page_url: hasPrevious && first !== undefined ? address(`b_${first}`) : null,
  };
}
