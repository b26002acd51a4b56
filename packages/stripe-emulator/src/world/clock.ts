import type { Store } from './store.ts';

/** The world's time: real time plus what it was moved by. Moments inside a leap can be lived one by one. */
export interface Clock {
  nowMs(): number;
  nowUnix(): number;
  /** Moves the clock so that it shows this moment now, and goes on from there. */
  set(toMs: number): void;
  /** Lives through work as if it were this moment. */
  at<T>(unix: number, work: () => T): T;
}

/** Returns the clock that the store remembers, so that a restart does not lose time. */
export function createClock({ facts }: Pick<Store, 'facts'>, realNowMs: () => number = Date.now): Clock {
  let offsetMs = Number(facts.read('clock_offset_ms') ?? 0);
  let pinnedUnix: number | undefined;
  const nowMs = (): number => (pinnedUnix === undefined ? realNowMs() + offsetMs : pinnedUnix * 1000);
  return {
    nowMs,
    nowUnix: () => Math.floor(nowMs() / 1000),
    set: (toMs) => {
      offsetMs = toMs - realNowMs();
      facts.write('clock_offset_ms', String(offsetMs));
    },
    at: (unix, work) => {
      const before = pinnedUnix;
      pinnedUnix = unix;
      try {
        return work();
      } finally {
        pinnedUnix = before;
      }
    },
  };
}
