import { ProblemError } from '@sellerdesk/contract';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sellerQuery } from './seller.ts';

const TRIES = 2;

/** Returns what holds everything read from the server. Whoever turns out to be signed out is asked to sign in. */
export function createQueryClient(): QueryClient {
  const askWho = (error: unknown): void => {
    if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: sellerQuery.queryKey });
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryHash }) => {
        if (queryHash !== hashOfSeller) askWho(error);
      },
    }),
    mutationCache: new MutationCache({ onError: askWho }),
    defaultOptions: {
      // What cannot be reached is said: a page that waits for the connection to come back looks like one that loads.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        // The server has answered: asking again at once would not change its mind.
        retry: (failures, error) => !(error instanceof ProblemError) && failures < TRIES,
      },
    },
  });
  return queries;
}

const hashOfSeller = JSON.stringify(sellerQuery.queryKey);

/** Says whether the server refused because nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'not_signed_in';
}
