import type { ReactNode } from 'react';
import type { AccountStanding } from './account-standing.ts';

const looks: Readonly<Record<AccountStanding['tone'], string>> = {
  neutral: 'bg-hover text-muted',
  positive: 'bg-positive-surface text-positive',
  warning: 'bg-warning-surface text-warning',
  danger: 'bg-danger-surface text-danger',
};

const drawings: Readonly<Record<AccountStanding['tone'], string>> = {
  neutral: 'M12 7v5l3 2',
  positive: 'M7.5 12.5l3 3 6-6.5',
  warning: 'M12 7.5v5.5M12 16.5v.01',
  danger: 'M12 7.5v5.5M12 16.5v.01',
};

/** A quiet sign of how things stand; the words beside it say it all. */
export function StandingMark({ tone }: { readonly tone: AccountStanding['tone'] }): ReactNode {
  return (
    <span className={`grid size-12 place-content-center rounded-full ${looks[tone]}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-7 fill-none stroke-current stroke-[1.75]">
        <path d={drawings[tone]} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
