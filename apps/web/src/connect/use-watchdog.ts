import { useEffect, useState } from 'react';

/** Says whether something has been waited for longer than so many milliseconds; nobody else would notice. */
export function useWatchdog(waiting: boolean, patienceMs: number): boolean {
  const [overdue, setOverdue] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setOverdue(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setOverdue(false);
    };
  }, [waiting, patienceMs]);
  return waiting && overdue;
}
