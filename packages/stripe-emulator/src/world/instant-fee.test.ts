import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantFee, largestWithin } from './instant-fee.ts';

const price = { basisPoints: 100, minimumMinor: 50 };

test.each([
  [10_000, 100],
  [5000, 50],
  [100, 50],
  [12_345, 123],
])('for %i the fee is %i', (amount, fee) => {
  expect(instantFee(price, amount)).toBe(fee);
});

test('the largest amount leaves room for its own fee, and one more does not', () => {
  const terms = fc.record({
    basisPoints: fc.integer({ min: 0, max: 1000 }),
    minimumMinor: fc.integer({ min: 0, max: 500 }),
  });
  fc.assert(
    fc.property(terms, fc.integer({ min: -1000, max: 10_000_000 }), (some, funds) => {
      const most = largestWithin(some, funds);
      expect(most).toBeGreaterThanOrEqual(0);
      expect(most === 0 || most + instantFee(some, most) <= funds).toBe(true);
      expect(most + 1 + instantFee(some, most + 1)).toBeGreaterThan(funds);
    }),
  );
});
