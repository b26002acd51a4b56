import type { SupportView } from '@sellerdesk/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { supportViewQuery } from '../../features/support/staff.ts';

const SECOND_MS = 1000;
/** From when on what is left is said aloud, and not only shown. */
const SOON_SECONDS = 120;

/** Counts down to the end that comes first. That it has come is for the server to say, whatever this clock shows. */
export function TimeLeft({ view: { expiresAt, idleExpiresAt } }: { readonly view: SupportView }): ReactNode {
  const queries = useQueryClient();
  const now = useNow();
  const isIdle = idleExpiresAt < expiresAt;
  const seconds = Math.max(0, Math.round((Date.parse(isIdle ? idleExpiresAt : expiresAt) - now) / SECOND_MS));
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) void queries.refetchQueries({ queryKey: supportViewQuery.queryKey });
  }, [isOver, queries]);
  return (
    <div className="grid text-right max-sm:text-left">
      <p role="timer" className="font-heading tabular-nums">
        {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')} left
      </p>
      <p className="text-sm">{isIdle ? 'unless you open something' : 'at the most'}</p>
      <output className="sr-only">{seconds <= SOON_SECONDS ? 'This support view ends within two minutes.' : ''}</output>
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
