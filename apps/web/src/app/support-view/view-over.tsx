import type { PastSupportView } from '@sellerdesk/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { pageConfig } from '../../lib/early-start.ts';
import { buttonLook } from '../../ui/button.tsx';
import { paths } from '../paths.ts';

interface ViewOverProps {
  /** Null where nobody ended anything, or until that is known. */
  readonly endedBy: PastSupportView['endedBy'];
  readonly businessName?: string;
}

const words: Readonly<Record<NonNullable<PastSupportView['endedBy']>, string>> = {
  staff: 'You stopped it.',
  seller: 'The seller ended it, or lets nobody look any more.',
  admin: 'A colleague ended it.',
  time: 'Its time had passed: thirty minutes, or ten without a look.',
  sign_out: 'You signed out, or your access changed.',
  operator: 'Whoever runs the server has switched support views off.',
  mode: 'The account turned out not to be a test account.',
};

/** Stands where the seller's pages were. Leaving it loads another document, so nothing of them goes along. */
export function ViewOver({ endedBy, businessName }: ViewOverProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `Support view over · ${pageConfig().platform.name}`;
    heading.current?.focus();
  }, []);
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[30rem] content-center justify-items-start gap-4 px-6 py-12">
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-heading">
        {businessName === undefined ? 'You are looking at nobody' : `You no longer look at ${businessName}`}
      </h1>
      <output className="text-lg text-muted">{endedBy === null ? wordsOfNothing(businessName) : words[endedBy]}</output>
      <a href={paths.support} className={buttonLook('primary')}>
        Back to the sellers
      </a>
    </main>
  );
}

function wordsOfNothing(businessName: string | undefined): string {
  return businessName === undefined ? 'Start a support view from the list of sellers.' : 'The support view is over.';
}
