import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, Suspense } from 'react';
import { Redirect, useLocation, useRouter } from 'wouter';
import { isSignedOut } from '../lib/query-client.ts';
import { sellerQuery } from '../lib/seller.ts';
import { isSupportView } from '../lib/support-view.ts';
import { useSignInPath } from '../lib/use-sign-in-path.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FailedPage } from './failed-page.tsx';
import { findRoute, type FoundRoute } from './find-route.ts';
import { Frame } from './frame/frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { SellersAlone } from './sellers-alone.tsx';
import { useStripePlace } from './use-stripe-place.ts';

/** The pages inside the frame, which stands while they come and go. */
export function FramePages(): ReactNode {
  const { parser } = useRouter();
  const [path] = useLocation();
  const found = findRoute(parser, path);
  if (found !== undefined) return <FramePage found={found} />;
  return (
    <Frame title="Not found" section={undefined} place={{ to: 'home' }}>
      <NotFoundPage />
    </Frame>
  );
}

function FramePage({ found: { route, params } }: { readonly found: FoundRoute }): ReactNode {
  const place = useStripePlace(route, params);
  return (
    <Frame title={route.title} section={route.section} place={place}>
      <SignedIn>
        <ErrorBoundary key={route.title}>
          <Suspense fallback={<PageSkeleton />}>
            {route.sellersAlone === true && isSupportView() ? <SellersAlone /> : route.page(params)}
          </Suspense>
        </ErrorBoundary>
      </SignedIn>
    </Frame>
  );
}

/** Shows its children to sellers who are signed in; everybody else signs in first and then comes back here. */
function SignedIn({ children }: { readonly children: ReactNode }): ReactNode {
  const seller = useQuery(sellerQuery);
  // What was read before the session ended is still known; it is not theirs to look at any more.
  if (isSignedOut(seller.error)) return <ToSignIn ended={seller.data !== undefined} />;
  // Another seller's page is another page: nothing typed or opened by the one before is left in it.
  if (seller.data !== undefined) return <Fragment key={seller.data.sellerId}>{children}</Fragment>;
  if (seller.error !== null) return <FailedPage error={seller.error} onRetry={() => void seller.refetch()} />;
  return <PageSkeleton />;
}

function ToSignIn({ ended }: { readonly ended: boolean }): ReactNode {
  return <Redirect to={useSignInPath({ ended })} replace />;
}
