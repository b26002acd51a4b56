import { expect, it } from 'vitest';
import { english } from '../../../../words/english.ts';
import { feeInWords } from './fee-in-words.ts';

it.each([
  [{ basisPoints: 100, minimumMinor: 50 }, 'The fee is 1%, at least $0.50.'],
  [{ basisPoints: 150, minimumMinor: 0 }, 'The fee is 1.5%.'],
  [null, 'There is no fee for you.'],
])('%j is said as %j', (fee, words) => {
  expect(feeInWords({ fee, currency: 'usd' }, english, 'en')).toBe(words);
});
