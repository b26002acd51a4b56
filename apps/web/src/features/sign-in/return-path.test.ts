import { expect, test } from 'vitest';
import { returnPathFrom } from './return-path.ts';

const searchFor = (next: string): string => `?${new URLSearchParams({ next }).toString()}`;

test('a seller goes back to the page and query they wanted', () => {
  expect(returnPathFrom(searchFor('/payments/pi_1?tab=fees'))).toBe('/payments/pi_1?tab=fees');
  expect(returnPathFrom('')).toBe('/');
});

test('and never to another site', () => {
  expect(returnPathFrom(searchFor('//evil.example'))).toBe('/');
});
