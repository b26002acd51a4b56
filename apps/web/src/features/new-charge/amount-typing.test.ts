import { currency, money, parseAmount } from '@sellerdesk/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountText, groupWhileTyping } from './amount-typing.ts';

const typed = fc.stringMatching(/^[\d., £€]{0,12}$/u);
const plain = (text: string): string => text.replaceAll(/[\s£€]/gu, '');

test('thousands stand apart while typing and the caret stays where the seller left it', () => {
  expect(groupWhileTyping({ text: '1234', caret: 4 })).toEqual({ text: '1\u202F234', caret: 5 });
  expect(groupWhileTyping({ text: '1\u202F2345', caret: 6 })).toEqual({ text: '12\u202F345', caret: 6 });
  expect(groupWhileTyping({ text: '12\u202F3', caret: 2 })).toEqual({ text: '123', caret: 2 });
});

test('a pasted currency sign is dropped', () => {
  expect(groupWhileTyping({ text: '£1234.50', caret: 8 })).toEqual({ text: '1\u202F234.50', caret: 8 });
});

test('grouping never changes what was typed, and grouping twice changes nothing more', () => {
  fc.assert(
    fc.property(typed, fc.nat(12), (text, at) => {
      const once = groupWhileTyping({ text, caret: Math.min(at, text.length) });
      expect(plain(once.text)).toBe(plain(text));
      expect(groupWhileTyping(once)).toEqual(once);
    }),
  );
});

test('the caret keeps as many digits before it as there were', () => {
  fc.assert(
    fc.property(typed, fc.nat(12), (text, at) => {
      const caret = Math.min(at, text.length);
      const grouped = groupWhileTyping({ text, caret });
      expect(plain(grouped.text.slice(0, grouped.caret))).toBe(plain(text.slice(0, caret)));
    }),
  );
});

test('an amount at rest has all its decimals and is read back as itself, in every kind of currency', () => {
  expect(amountText(money(123_450n, currency('eur')), 'de')).toBe('1\u202F234,50');
  expect(amountText(money(500n, currency('jpy')), 'en')).toBe('500');
  fc.assert(
    fc.property(fc.constantFrom('gbp', 'jpy', 'kwd'), fc.bigInt({ min: 50n, max: 9_999_999n }), (code, tens) => {
      const amount = money(tens * 10n, currency(code));
      expect(parseAmount(amountText(amount, 'en'), amount.currency)).toEqual({ money: amount });
      expect(parseAmount(amountText(amount, 'de'), amount.currency)).toEqual({ money: amount });
    }),
  );
});
