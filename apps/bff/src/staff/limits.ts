import type { countAttempt } from '../identity/index.ts';

/** Of a million codes, three are right at a time: five guesses in a quarter of an hour find one in five years. */
export function limitsOfCodes(staffId: string): Parameters<typeof countAttempt>[1] {
  return [{ bucket: `staff-code:${staffId}`, most: 5, withinMs: 15 * 60_000 }];
}
