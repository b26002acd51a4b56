import type { FoundSeller } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { LookAtPages } from './look-at-pages.tsx';
import { Standing } from './standing.tsx';

interface FoundSellersProps {
  readonly sellers: readonly FoundSeller[];
  readonly wanted: string;
}

/** Sellers as they were found, and what there is to do about each. */
export function FoundSellers({ sellers, wanted }: FoundSellersProps): ReactNode {
  if (sellers.length === 0)
    return (
      <output className="card text-muted">
        {wanted === ''
          ? 'Nobody has signed up yet.'
          : `Nobody was found for “${wanted}”. Ids must be whole; those of charges and payouts are known for thirty days.`}
      </output>
    );
  return (
    <ul className="grid gap-3">
      {sellers.map((seller) => (
        <FoundRow key={seller.sellerId} seller={seller} />
      ))}
    </ul>
  );
}

function FoundRow({ seller }: { readonly seller: FoundSeller }): ReactNode {
  const { account, sellerId, businessName, email, createdAt, country } = seller;
  return (
    <li className="card flex flex-wrap items-center gap-4">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="font-heading">
            <Link href={paths.supportSeller(sellerId)} className="link">
              {businessName}
            </Link>
          </h2>
          <Standing account={account} />
        </div>
        <p className="break-all text-muted">{email}</p>
        <p className="text-sm text-muted">
          {country} · since <Moment at={createdAt} show="day" />
          {account === null ? null : <> · {account.stripeAccountId}</>}
        </p>
      </div>
      <LookAtPages seller={seller} />
      {account === null ? null : (
        <a href={account.dashboardUrl} target="_blank" rel="noreferrer" className={buttonLook('plain')}>
          Open in Stripe <span aria-hidden="true">↗</span>
        </a>
      )}
    </li>
  );
}
