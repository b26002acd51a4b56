import { expect, test } from 'vitest';
import { amountOfCharge } from '../../lib/charge-words.ts';
import { chargeFacts } from './charge-facts.ts';
import { paidCharge, waitingCharge } from './test/charges.ts';

const labelsOf = (charge: typeof waitingCharge): readonly string[] =>
  chargeFacts(charge, 'Marlow', 'en-GB').map(({ label }) => label);

test('a waiting charge says how long its link works', () => {
  expect(labelsOf(waitingCharge)).toEqual(['For', 'Customer', 'Marlow fee', 'Created', 'Link works until']);
});

test('a paid charge says when, and no longer speaks of the link', () => {
  expect(labelsOf(paidCharge)).toEqual(['For', 'Customer', 'Marlow fee', 'Created', 'Paid']);
});

test('a customer who gave no address has no line', () => {
  expect(labelsOf({ ...paidCharge, customerEmail: null })).not.toContain('Customer');
});

test('the amount has the decimals of its currency', () => {
  expect(amountOfCharge(waitingCharge, 'en-GB')).toBe('£240.00');
  expect(amountOfCharge({ ...waitingCharge, currency: 'jpy', amountMinor: 2400 }, 'en')).toBe('¥2,400');
});
