import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPathFrom } from './return-path.ts';

test('whoever signed in goes on to the page and query they wanted', () => {
  expect(ownPathFrom('/payments/pi_1?tab=fees')).toBe('/payments/pi_1?tab=fees');
  expect(ownPathFrom(null)).toBe('/');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/payments/..//evil.example',
  '/%2e//evil.example',
  '//desk.example@evil.example/',
  'javascript:alert(1)',
  'x',
])('open redirect: %j never leads to another site', (wanted) => {
  expect(ownPathFrom(wanted)).toBe('/');
});

/** What browsers take out of paths. */
const slashesAndDots = fc
  .array(fc.constantFrom('/', '.', '..', '\\', '%2e', '\t', '?', '@', 'a.example'))
  .map((parts) => parts.join(''));

test('whatever was wanted, the way back stays on our own origin', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath(), slashesAndDots), (wanted) => {
      expect(new URL(ownPathFrom(wanted), 'https://desk.example').origin).toBe('https://desk.example');
    }),
  );
});

test.each(['/sign-in?next=/payouts', '/sign-up', '/auth/sellers', '/api/seller'])('%s is no way back', (wanted) => {
  expect(ownPathFrom(wanted)).toBe('/');
});
