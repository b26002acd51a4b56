import { searchSellers } from '@sellerdesk/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FoundSellers } from './found-sellers.tsx';
import { ReadAgain } from './read-again.tsx';

/** How long typing rests before it is looked for. */
const REST_MS = 300;

/** Finds sellers, the newest while nothing is looked for. */
export function SellerSearch(): ReactNode {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <section aria-label="Sellers" className="grid gap-4">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setWanted(typed.trim());
        }}
      >
        <TextField
          label="Find a seller"
          type="search"
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          hint="How their e-mail or business name begins, or a whole id: acct_, pi_, ch_, po_, dp_."
          onChange={setTyped}
        />
      </form>

      <Results wanted={wanted} />
    </section>
  );
}

function Results({ wanted }: { readonly wanted: string }): ReactNode {
  const found = useInfiniteQuery({
    queryKey: ['found-sellers', wanted],
    queryFn: ({ pageParam: after }) =>
      api(searchSellers, {
        querystring: { ...(wanted !== '' && { query: wanted }), ...(after !== undefined && { after }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  if (found.isPending)
    return (
      <output className="grid gap-3">
        <span className="sr-only">Looking for sellers</span>
        <span className="skeleton h-24" />
        <span className="skeleton h-24" />
      </output>
    );
  const sellers = found.data?.pages.flatMap((page) => page.sellers) ?? [];
  return (
    <div className="grid gap-4" aria-busy={found.isPlaceholderData}>
      {found.data === undefined ? null : <FoundSellers sellers={sellers} wanted={wanted} />}
      {found.error === null ? null : (
        <ReadAgain error={found.error} what="the sellers" onRetry={() => void found.refetch()} />
      )}
      {found.hasNextPage ? (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}
