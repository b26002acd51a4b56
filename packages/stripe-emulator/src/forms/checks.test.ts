import { expect, it } from 'vitest';
import { birthDate, email, optional, passesLuhn, required, webAddress } from './checks.ts';

const today = () => new Date('2026-11-24T00:00:00Z');

it.each([
  [required('a name'), '', 'Enter a name.'],
  [required('a name'), 'Ada', undefined],
  [optional(email), '', undefined],
  [email, 'ada@example', 'Enter an e-mail address like name@example.com.'],
  [email, 'ada@example.com', undefined],
  [webAddress, 'example.com', 'Enter the full address, for example https://example.com.'],
  [webAddress, 'https://accessible.stripe.com', undefined],
  [birthDate(today), '1901-01-01', undefined],
  [birthDate(today), '2020-01-01', 'The representative must be at least 13 years old.'],
  [birthDate(today), '1990-13-40', 'Enter a date of birth.'],
])('%o says of %j: %s', (check, value, problem) => {
  expect(check(value)).toBe(problem);
});

it('tells a card number from a slip of the finger', () => {
  expect(passesLuhn('4242424242424242')).toBe(true);
  expect(passesLuhn('4242424242424241')).toBe(false);
});
