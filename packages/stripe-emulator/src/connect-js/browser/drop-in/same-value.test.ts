import { expect, it } from 'vitest';
import { sameValue } from './same-value.ts';

it.each([
  [
    { status: ['refunded'], date: { before: new Date(5) } },
    { status: ['refunded'], date: { before: new Date(5) } },
  ],
  [undefined, undefined],
  [
    [1, { a: 2 }],
    [1, { a: 2 }],
  ],
])('calls %j and %j the same', (a, b) => {
  expect(sameValue(a, b)).toBe(true);
});

it.each([
  [{ date: { before: new Date(5) } }, { date: { before: new Date(6) } }],
  [{ a: undefined }, { b: undefined }],
  [[1], { 0: 1 }],
  [['a'], ['a', 'b']],
  [null, {}],
  [new Date(0), {}],
])('tells %j from %j', (a, b) => {
  expect(sameValue(a, b)).toBe(false);
});
