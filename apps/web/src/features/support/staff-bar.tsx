import { signOutStaff, type Staff } from '@sellerdesk/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { paths } from '../../app/paths.ts';
import { api } from '../../lib/api.ts';
import { pageConfig } from '../../lib/early-start.ts';
import { isSignedOut } from '../../lib/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PlatformMark } from '../../ui/platform-mark.tsx';

/** Whose pages these are, who is signed in, and the way out. */
export function StaffBar({ staff }: { readonly staff: Staff | undefined }): ReactNode {
  const { name } = pageConfig().platform;
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex min-h-16 w-full max-w-[60rem] items-center gap-3 px-4 sm:px-6">
        <span className="shrink-0">
          <PlatformMark name={name} />
        </span>
        <h1 className="text-lg font-heading">Support</h1>
        {staff === undefined ? null : <SignedIn staff={staff} />}
      </div>
    </header>
  );
}

function SignedIn({ staff }: { readonly staff: Staff }): ReactNode {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const signingOut = useMutation({
    mutationFn: endSession,
    onSuccess: () => {
      navigate(paths.supportSignIn);
      queries.clear();
    },
  });
  return (
    <>
      <div className="ml-auto grid min-w-0 text-right">
        <span className="truncate font-heading">{staff.name}</span>
        <span className="hidden truncate text-sm text-muted sm:block">{staff.email}</span>
      </div>
      {signingOut.error === null ? null : <Notice tone="danger">You are still signed in. Try again.</Notice>}
      <div className="shrink-0">
        <Button busy={signingOut.isPending} onClick={() => signingOut.mutate()}>
          Sign out
        </Button>
      </div>
    </>
  );
}

async function endSession(): Promise<void> {
  try {
    await api(signOutStaff, {});
  } catch (error) {
    if (!isSignedOut(error)) throw error;
  }
}
