import { expect, it } from 'vitest';
import { problemsOf, testDataOf } from '../../forms/fields.ts';
import { cardFields, expiryFromTyped } from './card-fields.ts';

const fields = cardFields(() => new Date('2026-11-24T12:00:00Z'));

it('finds nothing wrong with its own test data', () => {
  expect(problemsOf(fields, testDataOf(fields))).toEqual({});
});

it.each([
  ['cardNumber', '4242424242424241', 'incorrect'],
  ['cardNumber', '42', 'wrong'],
  ['cardExpiry', '10 / 26', 'expired'],
  ['cardExpiry', '13 / 30', 'wrong'],
  ['cardCvc', '12', 'wrong'],
  ['email', '', 'missing'],
])('says of %s %j: %s', (name, value, problem) => {
  expect(problemsOf(fields, { ...testDataOf(fields), [name]: value })).toEqual({ [name]: problem });
});

it('takes a card until the end of its last month', () => {
  expect(problemsOf(fields, { ...testDataOf(fields), cardExpiry: '11/26' })).toEqual({});
});

it.each([
  ['12 / 34', { month: 12, year: 2034 }],
  ['1/2034', { month: 1, year: 2034 }],
  ['0534', { month: 5, year: 2034 }],
])('reads the expiry %j', (typed, expiry) => {
  expect(expiryFromTyped(typed)).toEqual(expiry);
});
