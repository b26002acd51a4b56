import type { Seller } from '@sellerdesk/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { sellerQuery } from '../../lib/seller.ts';
import { lookOnly } from '../../lib/support-view.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ThemeChoices } from './theme-choices.tsx';
import { paths } from '../paths.ts';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, how it looks, and the way out. */
export function AccountMenu(): ReactNode {
  const { data: seller } = useQuery(sellerQuery);
  if (seller === undefined) return <span className="size-10 shrink-0" />;
  return (
    <Popover label="Your account" face={<Initial seller={seller} />}>
      <div className="grid gap-4">
        <div className="grid">
          <span className="truncate font-heading">{seller.businessName}</span>
          <span className="truncate text-muted">{seller.email}</span>
        </div>
        <Link href={paths.supportAccess} className="link link-alone">
          Support access
        </Link>
        <ThemeChoices />
        <SignOut />
      </div>
    </Popover>
  );
}

function SignOut(): ReactNode {
  const signingOut = useSignOut();
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      {signingOut.error === null ? null : (
        <div role="alert" className="text-sm text-danger">
          <p>You are still signed in.</p>
          <ProblemWords problem={submitProblemFrom(signingOut.error)} />
        </div>
      )}
      <Button busy={signingOut.isPending} off={lookOnly()} onClick={() => signingOut.mutate()}>
        Sign out
      </Button>
    </div>
  );
}

function Initial({ seller }: { readonly seller: Seller }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className="grid size-8 place-content-center rounded-full border border-line-strong bg-surface text-sm font-heading"
    >
      {Array.from(seller.businessName)[0]?.toUpperCase()}
    </span>
  );
}
