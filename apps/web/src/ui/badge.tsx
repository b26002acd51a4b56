import type { ReactNode } from 'react';

const looks = {
  neutral: 'bg-hover text-muted',
  positive: 'bg-positive-surface text-positive',
  warning: 'bg-warning-surface text-warning',
  danger: 'bg-danger-surface text-danger',
};

export function Badge({
  tone,
  children,
}: {
  readonly tone: keyof typeof looks;
  readonly children: ReactNode;
}): ReactNode {
  return <span className={`rounded-md px-2 py-0.5 text-sm font-heading ${looks[tone]}`}>{children}</span>;
}
