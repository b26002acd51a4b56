import type { Charge } from '@sellerdesk/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSeller } from '../../lib/seller.ts';
import { ChargeFactList } from './charge-fact-list.tsx';
import { amountOfCharge } from '../../lib/charge-words.ts';
import { ChargeMissing } from './charge-missing.tsx';
import { chargeQuery } from './charge-query.ts';
import { ChargeStatus } from './charge-status.tsx';
import { LinkPanel } from './link-panel.tsx';
import { NextAfterCharge } from './next-after-charge.tsx';

/** One charge: its link as long as it can be paid, and how it stands, by itself. */
export function ChargePage({ chargeId }: { readonly chargeId: string }): ReactNode {
  const charge = useQuery(chargeQuery(chargeId));
  if (charge.data !== undefined) return <ChargeView charge={charge.data} />;
  if (charge.error !== null) return <ChargeMissing error={charge.error} onRetry={() => void charge.refetch()} />;
  return <ChargeSkeleton />;
}

function ChargeView({ charge }: { readonly charge: Charge }): ReactNode {
  const seller = useSeller();
  return (
    <article aria-label="Charge" className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="card grid gap-6">
        <ChargeStatus charge={charge} />
        <ChargeFactList charge={charge} platformName={seller.platform.name} />
        <NextAfterCharge charge={charge} seller={seller} />
      </div>
      {charge.checkoutUrl === null ? null : (
        <LinkPanel link={charge.checkoutUrl} title={`${seller.businessName}: ${amountOfCharge(charge)}`} />
      )}
    </article>
  );
}

function ChargeSkeleton(): ReactNode {
  return (
    <output className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <span className="sr-only">Loading the charge</span>
      <span className="skeleton h-80" />
      <span className="skeleton h-96" />
    </output>
  );
}
