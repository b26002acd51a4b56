import type { ReactNode } from 'react';

const near = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
const day = { day: 'numeric', month: 'long' } as const;

interface MomentProps {
  /** RFC 3339. */
  readonly at: string;
  readonly show?: 'minute' | 'day';
}

/** A moment as people say it, in the reader's own time zone; exact on hover. */
export function Moment({ at, show = 'minute' }: MomentProps): ReactNode {
  const date = new Date(at);
  // A day of another year is not the one that the reader takes it for.
  const year = isThisYear(date) ? undefined : 'numeric';
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }).format(date);
  return (
    <time dateTime={at} title={exact}>
      {new Intl.DateTimeFormat(undefined, { ...(show === 'day' ? day : near), year }).format(date)}
    </time>
  );
}

function isThisYear(date: Date): boolean {
  return date.getFullYear() === new Date().getFullYear();
}
