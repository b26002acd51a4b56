import { listCharges, type ReplyOf } from '@sellerdesk/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** A page of charges, newest first. */
export type ChargePage = ReplyOf<typeof listCharges>;

/** How many charges are the latest. */
export const LATEST = 6;
const PAGE = 25;

/** The charges made last. */
export const latestChargesQuery = queryOptions<ChargePage>({
  queryKey: ['charges', 'latest'],
  queryFn: () => api(listCharges, { querystring: { limit: String(LATEST) } }),
});

/** All charges, newest first, a page at a time. */
export const chargesQuery = infiniteQueryOptions({
  queryKey: ['charges', 'all'],
  queryFn: ({ pageParam: after }): Promise<ChargePage> =>
    api(listCharges, { querystring: { limit: String(PAGE), ...(after !== '' && { after }) } }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
});
