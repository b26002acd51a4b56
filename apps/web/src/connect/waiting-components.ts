import { useEffect, useState } from 'react';

const waiting = new Set<symbol>();
const listeners = new Set<() => void>();

/** Marks a component as waited for until the returned function is called. */
export function waitForComponent(): () => void {
  const mark = Symbol('component');
  waiting.add(mark);
  return () => {
    waiting.delete(mark);
    for (const listener of listeners) listener();
  };
}

/**
 * Says whether the page waits for no component any more. What is not a component is read only then, so that it does not
 * compete with what the page is about.
 */
export function useComponentsFirst(): boolean {
  const [first, setFirst] = useState(false);
  useEffect(() => {
    const look = (): void => {
      if (waiting.size === 0) setFirst(true);
    };
    // Components of the same page mark themselves in layout effects, which run before this.
    look();
    listeners.add(look);
    return () => {
      listeners.delete(look);
    };
  }, []);
  return first;
}
