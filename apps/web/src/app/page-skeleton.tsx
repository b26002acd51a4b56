import type { ReactNode } from 'react';

/** Stands for a page whose code or seller is still on the way. */
export function PageSkeleton(): ReactNode {
  return (
    <output className="grid gap-6">
      <span className="sr-only">Loading the page</span>
      <span className="skeleton h-44" />
      <span className="skeleton h-72" />
    </output>
  );
}
