import { expect, test } from 'vitest';
import { charge, letPass, HOUR, openAccount, openTestWorld } from '../test/test-world.ts';
import { capabilityStatus } from './accounts.ts';
import { arrangeNextPayment } from './next-payment.ts';

test('the next payment is declined with the code that was arranged, and the one after it is not', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  arrangeNextPayment(world, 'decline', { detail: 'lost_card' });
  expect(charge(world, id, 900).failure).toMatchObject({ code: 'card_declined', declineCode: 'lost_card' });
  expect(charge(world, id, 900).failure).toBeNull();
  world.store.close();
});

test.each([
  ['expired_card', { code: 'expired_card', declineCode: null }],
  ['incorrect_cvc', { code: 'incorrect_cvc', declineCode: null }],
  ['pickup_card', { code: 'card_declined', declineCode: 'pickup_card' }],
  [undefined, { code: 'card_declined', declineCode: 'generic_decline' }],
])('the code %s is one of a bank', (detail, failure) => {
  const world = openTestWorld();
  arrangeNextPayment(world, 'decline', { detail });
  expect(charge(world, openAccount(world).id, 900).failure).toMatchObject(failure);
  world.store.close();
});

test('the next payment is disputed, or asked about', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  arrangeNextPayment(world, 'dispute', { detail: 'duplicate' });
  arrangeNextPayment(world, 'inquiry');
  charge(world, id, 900);
  charge(world, id, 900);
  expect(world.store.all('dispute', id).map(({ reason, status }) => [reason, status])).toEqual([
    ['duplicate', 'needs_response'],
    ['fraudulent', 'warning_needs_response'],
  ]);
  world.store.close();
});

test('the payout of what is paid next fails', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  arrangeNextPayment(world, 'payout_fails', { detail: 'no_account' });
  charge(world, id, 900, { token: 'pm_card_bypassPending' });
  letPass(world, 96 * HOUR);
  expect(world.store.all('payout', id)).toMatchObject([{ status: 'failed', failureCode: 'no_account' }]);
  world.store.close();
});

test('with the next payment Stripe wants something, now or by a deadline', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  const status = (): string => capabilityStatus(world, world.store.get('account', id));
  arrangeNextPayment(world, 'requirement_comes_up', { account: id });
  charge(world, id, 900);
  expect([status(), world.store.get('account', id).demands.length]).toEqual(['active', 1]);
  arrangeNextPayment(world, 'requirement_falls_due', { account: id });
  charge(world, id, 900);
  expect(status()).toBe('inactive');
  world.store.close();
});
