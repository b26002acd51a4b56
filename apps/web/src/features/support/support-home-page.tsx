import type { ReactNode } from 'react';
import { RunningView } from './running-view.tsx';
import { SellerSearch } from './seller-search.tsx';
import { StaffPage } from './staff-page.tsx';

/** Who is signed in, the support view that runs, and all sellers. */
export function SupportHomePage(): ReactNode {
  return (
    <StaffPage>
      <RunningView />
      <SellerSearch />
    </StaffPage>
  );
}
