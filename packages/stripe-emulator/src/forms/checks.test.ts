import { expect, it } from 'vitest';
import { birthDate, email, optional, passesLuhn, required, webAddress } from './checks.ts';

const today = () => new Date('2026-11-24T00:00:00Z');

it.each([
  [required(), '', 'missing'],
  [required(), 'Ada', undefined],
  [optional(email), '', undefined],
  [email, 'ada@example', 'wrong'],
  [email, 'ada@example.com', undefined],
  [webAddress, 'example.com', 'wrong'],
  [webAddress, 'https://accessible.stripe.com', undefined],
  [birthDate(today), '1901-01-01', undefined],
  [birthDate(today), '2020-01-01', 'wrong'],
  [birthDate(today), '1990-13-40', 'missing'],
])('%o says of %j: %s', (check, value, problem) => {
  expect(check(value)).toBe(problem);
});

it('tells a card number from a slip of the finger', () => {
  expect(passesLuhn('4242424242424242')).toBe(true);
  expect(passesLuhn('4242424242424241')).toBe(false);
});
