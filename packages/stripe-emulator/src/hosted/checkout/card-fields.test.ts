import { expect, it } from 'vitest';
import { problemsOf, testDataOf } from '../../forms/fields.ts';
import { cardFields, expiryFromTyped } from './card-fields.ts';

const fields = cardFields(() => new Date('2026-11-24T12:00:00Z'));

it('finds nothing wrong with its own test data', () => {
  expect(problemsOf(fields, testDataOf(fields))).toEqual({});
});

it.each([
  ['cardNumber', '4242424242424241', 'Your card number is incorrect.'],
  ['cardNumber', '42', 'Enter the number on the front of the card.'],
  ['cardExpiry', '10 / 26', 'Your card has expired.'],
  ['cardExpiry', '13 / 30', 'Enter month and year, for example 12 / 34.'],
  ['cardCvc', '12', 'Enter the three or four digits of the CVC.'],
  ['email', '', 'Enter your e-mail address.'],
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
