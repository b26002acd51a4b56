import { expect, test } from 'vitest';
import { charge, eventsOf, HOUR, letPass, openAccount, openTestWorld } from '../test/test-world.ts';
import { capabilityStatus } from './accounts.ts';
import { trigger } from './connect-triggers.ts';

test('an account whose time to answer is over is restricted, and is told so at that moment', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  trigger(world, id, 'ask_more');
  letPass(world, 13 * 24 * HOUR);
  expect(capabilityStatus(world, world.store.get('account', id))).toBe('active');
  const told = (): number => eventsOf(world, id).filter((type) => type === 'account.updated').length;
  const before = told();
  letPass(world, 2 * 24 * HOUR);
  expect(capabilityStatus(world, world.store.get('account', id))).toBe('inactive');
  expect(told()).toBe(before + 1);
  world.store.close();
});

test('an answer in time leaves nothing to happen', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  trigger(world, id, 'ask_more');
  world.store.update('account', id, { demands: [] });
  const before = eventsOf(world, id).length;
  letPass(world, 15 * 24 * HOUR);
  expect(eventsOf(world, id)).toHaveLength(before);
  world.store.close();
});

test.each([
  ['avsFail', 'fail', 'fail'],
  ['avsLine1Fail', 'fail', 'pass'],
  ['avsZipFail', 'pass', 'fail'],
  ['avsUnchecked', 'unavailable', 'unavailable'],
])('a charge with the card %s says what the bank said of the address', (card, line1, postalCode) => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  const paid = charge(world, id, 2500, { token: `pm_card_${card}` });
  expect(world.render(world, 'charge', world.store.get('charge', paid.id))).toMatchObject({
    payment_method_details: {
      card: { checks: { address_line1_check: line1, address_postal_code_check: postalCode } },
    },
  });
  world.store.close();
});
