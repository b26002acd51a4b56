import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../app/paths.ts';
import { buttonLook } from '../ui/button.tsx';

interface NotSetUpProps {
  readonly title: string;
  /** What will be here. */
  readonly children: ReactNode;
}

/** Stands where a component will be once the account has something to show, and leads there. */
export function NotSetUp({ title, children }: NotSetUpProps): ReactNode {
  return (
    <div className="grid justify-items-start gap-3 py-2">
      <h3 className="text-lg font-heading">{title}</h3>
      <p className="max-w-[36rem] text-muted">{children}</p>
      <Link href={paths.onboarding} className={buttonLook('primary')}>
        Set up payments
      </Link>
    </div>
  );
}
