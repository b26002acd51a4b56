import { useEffect, useState } from 'react';

/** How long a component may show nothing before the page says so, in milliseconds. */
export const PATIENCE_MS = 12_000;

/** Says whether something has been waited for longer than that; nobody else would notice. */
export function useWatchdog(waiting: boolean): boolean {
  const [overdue, setOverdue] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setOverdue(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setOverdue(false);
    };
  }, [waiting]);
  return waiting && overdue;
}
