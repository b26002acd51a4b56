import { describe, expect, test } from 'vitest';
import { openAccount, openTestWorld } from '../test/test-world.ts';
import { createPaymentMethod } from './payment-methods.ts';
import { cardOfToken, findTestCard } from './test-cards.ts';

describe('test cards', () => {
  test.each([
    ['pm_card_visa', '4242424242424242'],
    ['tok_visa', '4242424242424242'],
    ['pm_card_mastercard', '5555555555554444'],
    ['pm_card_amex', '378282246310005'],
    ['pm_card_createDispute', '4000000000000259'],
    ['pm_card_bypassPending', '4000000000000077'],
    ['tok_visa_triggerPayoutBlock', '4000000000004236'],
  ])('%s stands for %s', (token, number) => {
    expect(cardOfToken(token)?.number).toBe(number);
  });

  test('are found however their numbers are written, and nothing else is', () => {
    expect(findTestCard('4242 4242-4242 4242')?.brand).toBe('visa');
    expect(findTestCard('4111111111111111')).toBeUndefined();
    expect(cardOfToken('pm_card_')).toBeUndefined();
    expect(cardOfToken('pm_1abc')).toBeUndefined();
  });
});

describe('a card that is typed in', () => {
  const world = openTestWorld();
  const { id: account } = openAccount(world);
  const card = { number: '4242424242424242', expMonth: 12, expYear: 2034, cvc: '123' };

  test.each([
    ['a number with a wrong check digit', { number: '4242424242424243' }, 'incorrect_number'],
    ['too short a number', { number: '42' }, 'incorrect_number'],
    ['a thirteenth month', { expMonth: 13 }, 'invalid_expiry_month'],
    ['last month', { expMonth: 10, expYear: 2026 }, 'invalid_expiry_month'],
    ['last year', { expYear: 2025 }, 'invalid_expiry_year'],
    ['a security code of two digits', { cvc: '12' }, 'invalid_cvc'],
  ])('is refused with %s', (_, change, code) => {
    expect(() => createPaymentMethod(world, account, { ...card, ...change })).toThrow(
      expect.objectContaining({ status: 402, body: expect.objectContaining({ code, type: 'card_error' }) }),
    );
  });

  test('is taken in its last month, and with a year of two digits', () => {
    const kept = createPaymentMethod(world, account, { ...card, expMonth: 11, expYear: 26 });
    expect(kept.card).toMatchObject({ expYear: 2026, last4: '4242', cvcCheck: 'pass' });
  });

  test('is kept but never works when it is no test card', () => {
    const { card: real } = createPaymentMethod(world, account, { ...card, number: '4111111111111111' });
    expect(real.last4).toBe('1111');
  });
});
