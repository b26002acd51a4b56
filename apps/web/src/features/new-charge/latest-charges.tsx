import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { useComponentsFirst } from '../../connect/waiting-components.ts';
import { type ChargePage, LATEST, latestChargesQuery } from './charge-list-query.ts';
import { ChargeRows, ChargeRowsSkeleton } from './charge-rows.tsx';
import { ChargesMissing } from './charges-missing.tsx';
import { NoCharges } from './no-charges.tsx';

/** The charges made last, and what became of them. They stand below components, so they are read once those stand still. */
export function LatestCharges(): ReactNode {
  const componentsStand = useComponentsFirst();
  const charges = useQuery({ ...latestChargesQuery, enabled: componentsStand });
  return (
    <section aria-labelledby="charges" className="card grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="charges" className="text-lg font-heading">
          Latest charges
        </h2>
        <Link href={paths.charges} className="link link-alone">
          See all
        </Link>
      </header>
      <Rows query={charges} />
    </section>
  );
}

function Rows({ query }: { readonly query: UseQueryResult<ChargePage> }): ReactNode {
  const { data, error } = query;
  if (data === undefined && error !== null)
    return <ChargesMissing error={error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return <ChargeRowsSkeleton count={LATEST} />;
  if (data.charges.length === 0) return <NoCharges />;
  return <ChargeRows label="Latest charges" charges={data.charges} />;
}
