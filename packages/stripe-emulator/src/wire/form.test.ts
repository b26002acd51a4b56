import { expect, test } from 'vitest';
import { parseForm } from './form.ts';

const plain = (encoded: string): unknown => JSON.parse(JSON.stringify(parseForm(encoded)));

test('brackets nest, numbers index, and spaces are decoded', () => {
  expect(plain('a=1&b[c]=two%20words&b[d][0]=x&b[d][1]=y')).toEqual({
    a: '1',
    b: { c: 'two words', d: { 0: 'x', 1: 'y' } },
  });
});

test('empty brackets append', () => {
  expect(plain('list[]=x&list[]=y')).toEqual({ list: { 0: 'x', 1: 'y' } });
});

test('a name of the language itself is only a name', () => {
  expect(Object.keys(parseForm('__proto__[polluted]=yes'))).toEqual(['__proto__']);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
