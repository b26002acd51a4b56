import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { chargesQuery } from './charge-list-query.ts';
import { ChargeRows, ChargeRowsSkeleton } from './charge-rows.tsx';
import { ChargesMissing } from './charges-missing.tsx';
import { NoCharges } from './no-charges.tsx';

/** Every charge the seller made here, newest first. */
export function ChargesPage(): ReactNode {
  return (
    <section aria-label="Charges" className="card grid gap-4">
      <AllCharges />
    </section>
  );
}

function AllCharges(): ReactNode {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(chargesQuery);
  if (data === undefined && error !== null) return <ChargesMissing error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ChargeRowsSkeleton count={8} />;
  const charges = data.pages.flatMap((page) => page.charges);
  if (charges.length === 0) return <NoCharges />;
  return (
    <>
      <ChargeRows label="Charges" charges={charges} />
      {error === null ? null : <ChargesMissing error={error} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && error === null ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}
