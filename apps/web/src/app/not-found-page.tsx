import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { buttonLook } from '../ui/button.tsx';
import { paths } from './paths.ts';

/** Says that an address leads nowhere, and offers the way home. */
export function NotFoundPage(): ReactNode {
  return (
    <section className="mx-auto grid w-full max-w-[36rem] justify-items-start gap-4 py-6 sm:py-12">
      <h2 className="text-xl font-heading">There is nothing at this address</h2>
      <p className="text-lg text-muted">It may be mistyped, or what was here has moved.</p>
      <Link href={paths.home} className={buttonLook('primary')}>
        Go to Home
      </Link>
    </section>
  );
}
