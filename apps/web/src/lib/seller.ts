import { getSeller, ProblemError, type Seller } from '@sellerdesk/contract';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { takeEarlyOpening } from './early-start.ts';
import { pollDelay } from './support-view.ts';

/** How often a page that says that it shows the end of a review looks for it. */
export const REVIEW_POLL_MS = 15_000;

/** Who is signed in, with their account and the platform they are on. */
export const sellerQuery = queryOptions<Seller>({
  queryKey: ['seller'],
  queryFn: readSeller,
  staleTime: 60_000,
  // Another tab may have signed this seller out, or somebody else in.
  refetchOnWindowFocus: 'always',
  // A review ends at Stripe, who tells our server; nobody tells this page.
  refetchInterval: ({ state }) => pollDelay(state.data?.account?.state === 'in_review' ? REVIEW_POLL_MS : false),
  // That nobody is signed in is an answer; asking again for each place that shows a name would not change it.
  retryOnMount: false,
});

/** Returns who is signed in; suspends until that is known. */
export function useSeller(): Seller {
  return useSuspenseQuery(sellerQuery).data;
}

/** The early call says who is signed in, too: a second one is made only where Stripe kept it from answering. */
async function readSeller(): Promise<Seller> {
  try {
    const opening = await takeEarlyOpening('seller');
    if (opening !== undefined) return opening.seller;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not_signed_in') throw error;
  }
  return api(getSeller, {});
}
