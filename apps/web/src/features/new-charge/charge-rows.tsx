import type { Charge } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Moment } from '../../ui/moment.tsx';
import { amountOfCharge } from '../../lib/charge-words.ts';
import { standingOfCharge } from './charge-standing.ts';

/** Charges, one a line: what for, when, how it stands, how much. Each leads to its page. */
export function ChargeRows({
  charges,
  label,
}: {
  readonly charges: readonly Charge[];
  readonly label: string;
}): ReactNode {
  return (
    <ul aria-label={label} className="-mx-2 grid">
      {charges.map((charge) => (
        <li key={charge.chargeId} className="border-t border-line first:border-t-0">
          <Row charge={charge} />
        </li>
      ))}
    </ul>
  );
}

function Row({ charge }: { readonly charge: Charge }): ReactNode {
  const { tone, badge } = standingOfCharge(charge);
  return (
    <Link
      href={paths.charge(charge.chargeId)}
      className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] content-center items-center gap-x-4 gap-y-0.5 rounded-md px-2 py-2 transition-colors hover:bg-ground sm:grid-cols-[minmax(0,1fr)_7rem_8rem]"
    >
      <span className="truncate">{charge.description}</span>
      <span className="justify-self-end whitespace-nowrap tabular-nums sm:col-start-3 sm:row-span-2 sm:row-start-1">
        {amountOfCharge(charge)}
      </span>
      <span className="col-start-1 truncate text-sm text-muted">
        <Moment at={charge.createdAt} />
        {charge.customerEmail === null ? null : ` · ${charge.customerEmail}`}
      </span>
      <span className="justify-self-end sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:justify-self-start">
        <Badge tone={tone}>{badge}</Badge>
      </span>
    </Link>
  );
}

/** Rows that are on their way, as high as those that come. */
export function ChargeRowsSkeleton({ count }: { readonly count: number }): ReactNode {
  return (
    <output className="grid">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="block h-15 border-t border-transparent py-1 first:border-t-0">
          <span className="skeleton h-full" />
        </span>
      ))}
      <span className="sr-only">Loading charges</span>
    </output>
  );
}
