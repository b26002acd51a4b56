import { listSupportViews, type ReplyOf } from '@sellerdesk/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

type Page = ReplyOf<typeof listSupportViews>;

/** How often a page that shows somebody looking finds out whether they still do. */
const WATCHED_MS = 15_000;

/** Who looked, newest first, and whether anybody may. */
export const supportViewsQuery = infiniteQueryOptions({
  queryKey: ['support-views'],
  queryFn: ({ pageParam: after }): Promise<Page> =>
    api(listSupportViews, { querystring: after === undefined ? {} : { after } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  refetchOnWindowFocus: 'always',
  refetchInterval: ({ state }) => {
    const views = state.data?.pages.flatMap(({ supportViews }) => supportViews) ?? [];
    return views.some(({ endedAt }) => endedAt === null) ? WATCHED_MS : false;
  },
});
