import type { QueryClient } from '@tanstack/react-query';
import { connection, onOpening } from '../connect/connection.ts';
import { isSignedOut } from '../lib/query-client.ts';
import { sellerQuery } from '../lib/seller.ts';

const { queryKey } = sellerQuery;

/**
 * Keeps everything on these pages one seller's. All tabs share one cookie: whoever signs in or out in another tab does so
 * here, too, and any answer may be the first to say so. What belongs to the seller before is forgotten then, and their
 * session at Stripe ended, which would otherwise still pay back their payments.
 */
export function watchSeller(queries: QueryClient): () => void {
  let known = queries.getQueryData(queryKey)?.sellerId;
  let connected: string | undefined;
  const look = (): void => {
    const now = queries.getQueryData(queryKey)?.sellerId;
    if (now === undefined || now === known) return;
    const isOther = known !== undefined;
    known = now;
    if (!isOther) return;
    // An opening that brought the news is the new seller's own.
    if (connected !== now) connection.close();
    void queries.resetQueries({ predicate: ({ queryHash }) => queryHash !== JSON.stringify(queryKey) });
  };
  const stopHearing = onOpening({
    opened: ({ seller }) => {
      connected = seller.sellerId;
      queries.setQueryData(queryKey, seller);
    },
    refused: (error) => {
      if (isSignedOut(error) && known !== undefined) void queries.invalidateQueries({ queryKey });
    },
  });
  const stopWatching = queries.getQueryCache().subscribe(look);
  return () => {
    stopHearing();
    stopWatching();
  };
}
