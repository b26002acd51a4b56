import { expect, it } from 'vitest';
import { usableLocale } from './language.ts';

it.each([
  ['de-DE', 'de-DE'],
  ['EN-us', 'en-US'],
  ['en-US@posix', 'en-US'],
  ['C', 'en'],
  ['', 'en'],
  ['en_US.UTF-8', 'en'],
])('of %j it is %s that texts, amounts and days are written in', (locale, usable) => {
  expect(usableLocale(locale)).toBe(usable);
});
