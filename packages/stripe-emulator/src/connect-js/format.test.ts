import { expect, it } from 'vitest';
import { amountFromTyped, formatDay, formatMoney, typedAmount } from './format.ts';

it.each([
  [123450, 'eur', '€1,234.50'],
  [500, 'jpy', '¥500'],
  [1500, 'kwd', 'KWD 1.500'],
  [123400, 'huf', 'HUF 1,234.00'],
  [-250, 'usd', '-$2.50'],
])('writes %i minor units of %s as %s', (amount, currency, text) => {
  expect(formatMoney(amount, currency, 'en').replaceAll('\u00a0', ' ')).toBe(text);
});

it.each([
  ['12', 'eur', 1200],
  [' 12.5 ', 'eur', 1250],
  ['12,05', 'eur', 1205],
  ['500', 'jpy', 500],
  ['1.234', 'kwd', 1234],
])('reads %j in %s as %i minor units', (typed, currency, amount) => {
  expect(amountFromTyped(typed, currency)).toBe(amount);
});

it.each([
  ['12.345', 'eur'],
  ['1.5', 'jpy'],
  ['-3', 'eur'],
  ['', 'eur'],
  ['1e3', 'eur'],
])('does not read %j as an amount in %s', (typed, currency) => {
  expect(amountFromTyped(typed, currency)).toBeUndefined();
});

it('writes an amount the way it is typed', () => {
  expect(typedAmount(1205, 'eur')).toBe('12.05');
  expect(typedAmount(500, 'jpy')).toBe('500');
});

it('says the year only when it is not the present one', () => {
  const now = new Date(2026, 10, 24);
  expect(formatDay(new Date(2026, 4, 3).getTime() / 1000, 'en', now)).toBe('May 3');
  expect(formatDay(new Date(2025, 4, 3).getTime() / 1000, 'en', now)).toBe('May 3, 2025');
});
