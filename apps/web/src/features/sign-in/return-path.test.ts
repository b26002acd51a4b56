import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPathFrom } from './return-path.ts';

const searchFor = (next: string): string => `?${new URLSearchParams({ next }).toString()}`;

test('a seller goes back to the page and query they wanted', () => {
  expect(returnPathFrom(searchFor('/payments/pi_1?tab=fees'))).toBe('/payments/pi_1?tab=fees');
  expect(returnPathFrom('')).toBe('/');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/payments/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'x',
])('%j never leads to another site', (next) => {
  expect(returnPathFrom(searchFor(next))).toBe('/');
});

/** What browsers take out of paths. */
const slashesAndDots = fc
  .array(fc.constantFrom('/', '.', '..', '\\', '%2e', '\t', '?', 'a.example'))
  .map((parts) => parts.join(''));

test('whatever stands in the query, the way back stays on our own origin', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath(), slashesAndDots), (next) => {
      const path = returnPathFrom(searchFor(next));
      expect(new URL(path, 'https://desk.example').origin).toBe('https://desk.example');
    }),
  );
});

test('signing in never leads back to signing in', () => {
  expect(returnPathFrom(searchFor('/sign-in?next=/payouts'))).toBe('/');
  expect(returnPathFrom(searchFor('/sign-up'))).toBe('/');
});
