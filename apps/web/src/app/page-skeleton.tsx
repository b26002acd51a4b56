import type { ReactNode } from 'react';

/** Stands for a page whose code or seller is still on the way. */
export function PageSkeleton(): ReactNode {
  return (
    <div aria-busy="true" aria-label="Loading the page" className="grid gap-6">
      <div className="skeleton h-44" />
      <div className="skeleton h-72" />
    </div>
  );
}
