/** A present that moves only when told; it starts at a fixed moment. */
export interface TestClock {
  readonly now: () => Date;
  advance(by: { readonly minutes?: number; readonly seconds?: number; readonly ms?: number }): void;
}

/** Returns a clock that stands still. */
export function createTestClock(start = '2026-11-24T12:00:00Z'): TestClock {
  let present = Date.parse(start);
  return {
    now: () => new Date(present),
    advance: ({ minutes = 0, seconds = 0, ms = 0 }) => {
      present += minutes * 60_000 + seconds * 1000 + ms;
    },
  };
}
