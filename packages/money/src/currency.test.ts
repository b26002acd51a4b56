import { expect, test } from 'vitest';
import { chargeStepOf, currencies, currency, exponentOf, isCurrency, payoutStepOf } from './currency.ts';

test.each(['huf', 'isk', 'ugx', 'idr', 'cop'])('%s has two decimals on the wire whatever Intl shows', (code) => {
  expect(exponentOf(currency(code))).toBe(2);
});

test('Intl cannot stand in for the table: it would be a hundredfold off', () => {
  const shown = new Intl.NumberFormat('en', { style: 'currency', currency: 'ISK' }).resolvedOptions();
  expect(shown.maximumFractionDigits).not.toBe(exponentOf(currency('isk')));
});

test('yen have no decimals and dinars three', () => {
  expect(exponentOf(currency('jpy'))).toBe(0);
  expect(exponentOf(currency('kwd'))).toBe(3);
});

test('krónur and shillings are charged in whole units, forints and Taiwan dollars paid out so', () => {
  expect(chargeStepOf(currency('isk'))).toBe(100n);
  expect(chargeStepOf(currency('ugx'))).toBe(100n);
  expect(chargeStepOf(currency('huf'))).toBe(1n);
  expect(payoutStepOf(currency('huf'))).toBe(100n);
  expect(payoutStepOf(currency('twd'))).toBe(100n);
});

test('three-decimal amounts end in zero', () => {
  expect(chargeStepOf(currency('kwd'))).toBe(10n);
});

test('every currency is listed once, in the order of the codes', () => {
  expect(new Set(currencies).size).toBe(currencies.length);
  expect(currencies).toContain('gbp');
  expect(currencies).toEqual(currencies.toSorted());
});

test('upper case is accepted and an unknown code is refused by name', () => {
  expect(currency('EUR')).toBe('eur');
  expect(isCurrency('xyz')).toBe(false);
  expect(() => currency('xyz')).toThrow('"xyz"');
});
