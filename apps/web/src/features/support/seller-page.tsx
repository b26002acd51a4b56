import { getSupportSeller, ProblemError, type SupportSeller } from '@sellerdesk/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { api } from '../../lib/api.ts';
import { pageConfig } from '../../lib/early-start.ts';
import { RequirementList } from '../../lib/requirement-list.tsx';
import { buttonLook } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { LookAtPages } from './look-at-pages.tsx';
import { ReadAgain } from './read-again.tsx';
import { RunningView } from './running-view.tsx';
import { SellerCharges, SellerDeliveries, SellerViews } from './seller-lists.tsx';
import { StaffPage } from './staff-page.tsx';
import { Standing } from './standing.tsx';

/** One seller as staff see them who help: how the account stands, what Stripe waits for, and what happened lately. */
export function SellerPage({ sellerId }: { readonly sellerId: string }): ReactNode {
  return (
    <StaffPage>
      <RunningView />
      <Link href={paths.support} className="link link-alone justify-self-start">
        <span aria-hidden="true">←&nbsp;</span>All sellers
      </Link>
      <Details sellerId={sellerId} />
    </StaffPage>
  );
}

function Details({ sellerId }: { readonly sellerId: string }): ReactNode {
  const {
    data: seller,
    error,
    refetch,
  } = useQuery({
    queryKey: ['support-seller', sellerId],
    queryFn: () => api(getSupportSeller, { params: { sellerId } }),
  });
  const businessName = seller?.businessName;
  useEffect(() => {
    document.title = `${businessName ?? 'Seller'} · ${pageConfig().platform.name}`;
  }, [businessName]);
  if (seller === undefined && isNobody(error))
    return <p className="card text-muted">There is no such seller. The address may have been cut short.</p>;
  if (seller === undefined && error !== null)
    return <ReadAgain error={error} what="this seller" onRetry={() => void refetch()} />;
  if (seller === undefined)
    return (
      <output className="grid gap-3">
        <span className="sr-only">Reading the seller</span>
        <span className="skeleton h-32" />
        <span className="skeleton h-40" />
      </output>
    );
  return (
    <>
      <Who seller={seller} />
      <AccountFacts seller={seller} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <SellerCharges sellerId={sellerId} />
          <SellerViews sellerId={sellerId} />
        </div>
        <SellerDeliveries sellerId={sellerId} />
      </div>
    </>
  );
}

/** An address that is no id is refused before anybody is looked for. */
function isNobody(error: Error | null): boolean {
  return error instanceof ProblemError && (error.code === 'not_found' || error.code === 'validation_failed');
}

function Who({ seller }: { readonly seller: SupportSeller }): ReactNode {
  const { account, businessName, email, country, createdAt } = seller;
  return (
    <header className="flex flex-wrap items-center gap-4">
      <div className="grid min-w-0 flex-1 basis-72 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-xl font-heading">{businessName}</h2>
          <Standing account={account} />
        </div>
        <p className="break-all text-muted">{email}</p>
        <p className="text-sm text-muted">
          {country} · since <Moment at={createdAt} show="day" />
        </p>
      </div>
      <LookAtPages seller={seller} />
      {account === null ? null : (
        <a href={account.dashboardUrl} target="_blank" rel="noreferrer" className={buttonLook('plain')}>
          Open in Stripe <span aria-hidden="true">↗</span>
        </a>
      )}
    </header>
  );
}

function AccountFacts({ seller: { account, disconnectedAt } }: { readonly seller: SupportSeller }): ReactNode {
  if (account === null)
    return (
      <p className="card text-muted">
        {disconnectedAt === null ? (
          'This seller has not set up payments yet.'
        ) : (
          <>
            This seller disconnected their account in their Stripe Dashboard on <Moment at={disconnectedAt} />.
          </>
        )}
      </p>
    );
  const { stripeAccountId, chargesEnabled, payoutsEnabled, requirements, readAt } = account;
  return (
    <>
      <section aria-label="Account" className="card">
        <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Fact label="Account at Stripe">
            <span className="break-all">{stripeAccountId}</span>
          </Fact>
          <Fact label="Can take payments">{chargesEnabled ? 'Yes' : 'No'}</Fact>
          <Fact label="Is paid out">{payoutsEnabled ? 'Yes' : 'No'}</Fact>
          <Fact label="Read from Stripe">
            <Moment at={readAt} />
          </Fact>
        </dl>
      </section>
      {requirements.length === 0 ? null : (
        <section aria-labelledby="requirements" className="grid gap-3">
          <h3 id="requirements" className="text-lg font-heading">
            What Stripe waits for
          </h3>
          <RequirementList account={account} />
        </section>
      )}
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
