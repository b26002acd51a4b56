import type { ReactNode } from 'react';

/** Says in a support view what only the seller sees, and why. */
export function LeftOut({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className="max-w-[36rem] text-muted">
      The seller sees {children} here. Stripe shows it only to who may also change the bank account, so support does
      not.
    </p>
  );
}
