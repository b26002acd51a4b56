import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { buttonLook } from '../ui/button.tsx';
import { paths } from './paths.ts';

/** Stands in a support view where a page would change something. */
export function SellersAlone(): ReactNode {
  return (
    <section className="card grid justify-items-start gap-3">
      <h2 className="text-lg font-heading">Only the seller can use this page</h2>
      <p className="max-w-[36rem] text-muted">
        It is there to change something. In a support view you see what the seller sees, and change nothing.
      </p>
      <Link href={paths.home} className={buttonLook('plain')}>
        Go to Home
      </Link>
    </section>
  );
}
