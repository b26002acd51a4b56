import type { SupportView } from '@sellerdesk/contract';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Router } from 'wouter';
import { owesCode, supportViewQuery } from '../../features/support/staff.ts';
import { isSignedOut } from '../../lib/query-client.ts';
import { FramePages } from '../frame-pages.tsx';
import { paths } from '../paths.ts';
import { showViewIcon } from './show-view-icon.ts';
import { useViewEnd } from './use-view-end.ts';
import { ViewBanner } from './view-banner.tsx';
import { ViewOver } from './view-over.tsx';

interface LookedAtPagesProps {
  readonly view: SupportView;
  readonly queries: QueryClient;
}

/** The seller's own pages below a banner, until the view is over: then nothing of the seller's is left here. */
export function LookedAtPages({ view, queries }: LookedAtPagesProps): ReactNode {
  const isOver = useViewEnd(view, queries);
  const { data, error } = useQuery({ ...supportViewQuery, enabled: false });
  useEffect(() => (isOver ? undefined : showViewIcon()), [isOver]);
  if (isOver)
    return (
      <ViewOver
        endedBy={isOut(error) ? 'sign_out' : (data?.lastEndedBy ?? null)}
        businessName={view.seller.businessName}
      />
    );
  return (
    <Router base={paths.supportView}>
      <ViewBanner view={data?.supportView ?? view} />
      <FramePages />
    </Router>
  );
}

/** Whoever is not signed in is told nothing more of the view. */
function isOut(error: unknown): boolean {
  return isSignedOut(error) || owesCode(error);
}
