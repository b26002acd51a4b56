import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { buttonLook } from '../../ui/button.tsx';

/** What will be here, and the way to fill it. */
export function NoCharges(): ReactNode {
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">
        The links you send to your customers will be here, with what became of them: waiting, paid or expired.
      </p>
      <Link href={paths.newCharge} className={buttonLook('plain')}>
        New charge
      </Link>
    </div>
  );
}
