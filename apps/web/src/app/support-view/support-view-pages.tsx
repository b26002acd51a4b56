import type { SupportView } from '@sellerdesk/contract';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Redirect } from 'wouter';
import { owesCode, supportViewQuery } from '../../features/support/staff.ts';
import { isSignedOut } from '../../lib/query-client.ts';
import { enterSupportView } from '../../lib/support-view.ts';
import { FailedPage } from '../failed-page.tsx';
import { paths } from '../paths.ts';
import { LookedAtPages } from './looked-at-pages.tsx';
import { ViewOver } from './view-over.tsx';

/** The seller's pages in the support view that runs; where none does, that it is over. */
export function SupportViewPages({ queries }: { readonly queries: QueryClient }): ReactNode {
  const { data, error, refetch } = useQuery(supportViewQuery);
  const view = useFirst(data?.supportView ?? undefined);
  if (view !== undefined) return <LookedAtPages view={view} queries={queries} />;
  if (data !== undefined) return <ViewOver endedBy={data.lastEndedBy} />;
  if (isSignedOut(error)) return <Redirect to={paths.supportSignIn} replace />;
  if (owesCode(error)) return <Redirect to={paths.supportCode} replace />;
  if (error !== null) return <FailedPage error={error} onRetry={() => void refetch()} />;
  return <output className="sr-only">Opening the support view</output>;
}

/** Returns the view that ran when this document was loaded: another one is another document. */
function useFirst(running: SupportView | undefined): SupportView | undefined {
  const [first, setFirst] = useState<SupportView>();
  if (first === undefined && running !== undefined) {
    // Before anything of the seller is asked for.
    enterSupportView(running.supportViewId);
    setFirst(running);
  }
  return first;
}
