import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { paths } from '../../app/paths.ts';
import { isSignedOut } from '../../lib/query-client.ts';
import { RunningView } from './running-view.tsx';
import { SellerSearch } from './seller-search.tsx';
import { owesCode, staffQuery } from './staff.ts';
import { StaffBar } from './staff-bar.tsx';
import { ReadAgain } from './read-again.tsx';

/** Who is signed in, the support view that runs, and all sellers. */
export function SupportHomePage(): ReactNode {
  const { data: staff, error, refetch } = useQuery(staffQuery);
  if (isSignedOut(error)) return <Redirect to={paths.supportSignIn} replace />;
  if (owesCode(error)) return <Redirect to={paths.supportCode} replace />;
  return (
    <>
      <StaffBar staff={staff} />
      <main className="mx-auto grid w-full max-w-[60rem] gap-6 px-4 py-6 sm:px-6">
        {staff === undefined ? null : (
          <>
            <RunningView />
            <SellerSearch />
          </>
        )}
        {staff === undefined && error !== null ? (
          <ReadAgain error={error} what="who you are" onRetry={() => void refetch()} />
        ) : null}
      </main>
    </>
  );
}
