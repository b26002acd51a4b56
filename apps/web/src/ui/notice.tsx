import type { ReactNode } from 'react';

interface NoticeProps {
  readonly tone: 'neutral' | 'positive' | 'warning' | 'danger';
  readonly title?: string;
  readonly children: ReactNode;
}

const looks = {
  neutral: 'bg-hover text-ink',
  positive: 'bg-positive-surface text-positive',
  warning: 'bg-warning-surface text-warning',
  danger: 'bg-danger-surface text-danger',
};

/** Something the reader must know now. */
export function Notice({ tone, title, children }: NoticeProps): ReactNode {
  return (
    <div role="alert" className={`grid gap-1 rounded-md px-4 py-3 ${looks[tone]}`}>
      {title === undefined ? null : <p className="font-heading">{title}</p>}
      <div>{children}</div>
    </div>
  );
}
