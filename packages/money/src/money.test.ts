import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currency } from './currency.ts';
import { add, decimalFromMoney, formatMoney, minorToJson, money, moneyFromJson, subtract } from './money.ts';
import { parseAmount } from './parse-amount.ts';

const gbp = currency('gbp');

test('amounts are written with the decimals Stripe counts, whatever Intl thinks', () => {
  expect(formatMoney(money(123_456n, gbp), 'en-GB')).toBe('£1,234.56');
  expect(formatMoney(money(1234n, currency('jpy')), 'en')).toBe('¥1,234');
  expect(formatMoney(money(123_400n, currency('huf')), 'en')).toMatch(/1,234\.00/u);
  expect(formatMoney(money(-5n, currency('kwd')), 'en')).toMatch(/-.*0\.005/u);
});

test('different currencies never add up', () => {
  expect(() => add(money(1n, gbp), money(1n, currency('eur')))).toThrow('gbp and eur');
});

test('what is added can be taken away again', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
      expect(subtract(add(money(a, gbp), money(b, gbp)), money(b, gbp))).toEqual(money(a, gbp));
    }),
  );
});

test('JSON carries safe integers exactly and refuses the rest', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (minor) => {
      expect(minorToJson(moneyFromJson(minor, gbp))).toBe(minor);
    }),
  );
  expect(() => moneyFromJson(0.5, gbp)).toThrow(RangeError);
  expect(() => minorToJson(money(2n ** 60n, gbp))).toThrow(RangeError);
});

test('a decimal string read back is the same amount, in every kind of currency', () => {
  fc.assert(
    fc.property(fc.constantFrom('gbp', 'jpy', 'kwd'), fc.bigInt({ min: 50n, max: 9_999_999n }), (code, steps) => {
      const amount = money(steps * 10n, currency(code));
      expect(parseAmount(decimalFromMoney(amount), amount.currency)).toEqual({ money: amount });
    }),
  );
});
