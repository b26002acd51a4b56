import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { paths } from '../../app/paths.ts';
import { isSignedOut } from '../../lib/query-client.ts';
import { owesCode, staffQuery } from './staff.ts';
import { StaffBar } from './staff-bar.tsx';
import { ReadAgain } from './read-again.tsx';

/** What stands around every page of staff who are signed in; whoever is not is sent to sign in. */
export function StaffPage({ children }: { readonly children: ReactNode }): ReactNode {
  const { data: staff, error, refetch } = useQuery(staffQuery);
  if (isSignedOut(error)) return <Redirect to={paths.supportSignIn} replace />;
  if (owesCode(error)) return <Redirect to={paths.supportCode} replace />;
  return (
    <>
      <StaffBar staff={staff} />
      <main className="mx-auto grid w-full max-w-[60rem] gap-6 px-4 py-6 sm:px-6">
        {staff === undefined ? null : children}
        {staff === undefined && error !== null ? (
          <ReadAgain error={error} what="who you are" onRetry={() => void refetch()} />
        ) : null}
      </main>
    </>
  );
}
