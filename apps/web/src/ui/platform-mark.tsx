import type { ReactNode } from 'react';

/** The platform's mark: its initial on its own colour. The name stands beside it. */
export function PlatformMark({ name }: { readonly name: string }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className="grid size-8 place-content-center rounded-md bg-accent font-heading text-on-accent"
    >
      {Array.from(name)[0]}
    </span>
  );
}
