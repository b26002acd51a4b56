import { expect, test } from 'vitest';
import { currency } from './currency.ts';
import { money } from './money.ts';
import { parseAmount, problemOfCharge } from './parse-amount.ts';

const gbp = currency('gbp');

test.each([
  ['12', 1200n],
  ['12.5', 1250n],
  ['12,50', 1250n],
  ['.50', 50n],
  ['1,234.50', 123_450n],
  ['1.234,50', 123_450n],
  ['1 234,50', 123_450n],
  ["1'234.50", 123_450n],
])('%s is read as a person means it', (typed, minor) => {
  expect(parseAmount(typed, gbp)).toEqual({ money: money(minor, gbp) });
});

test('one separator before three digits is not guessed at', () => {
  expect(parseAmount('12.500', gbp)).toEqual({ problem: { reason: 'ambiguous' } });
});

test.each([
  ['', 'empty'],
  ['twelve', 'not_a_number'],
  ['-5', 'not_a_number'],
  ['1.2.3', 'not_a_number'],
  ['1,23.4', 'not_a_number'],
  ['1.2345', 'too_many_decimals'],
  ['0.29', 'too_small'],
  ['1,234,567', 'too_large'],
])('"%s" is refused as %s', (typed, reason) => {
  expect(parseAmount(typed, gbp)).toMatchObject({ problem: { reason } });
});

test('yen take no decimals and krónur only whole ones', () => {
  expect(parseAmount('500.5', currency('jpy'))).toEqual({ problem: { reason: 'too_many_decimals', decimals: 0 } });
  expect(parseAmount('500.50', currency('isk'))).toMatchObject({ problem: { reason: 'not_a_step' } });
});

test('three decimals are not ambiguous where the currency has three', () => {
  expect(parseAmount('1.250', currency('kwd'))).toEqual({ money: money(1250n, currency('kwd')) });
});

test('a chargeable amount has no problem', () => {
  expect(problemOfCharge(money(30n, gbp))).toBeUndefined();
});
