import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { charge, eventsOf, HOUR, letPass, openAccount, openTestWorld } from '../test/test-world.ts';
import { capabilityStatus } from './accounts.ts';
import { openRequirement, reachThreshold, trigger } from './connect-triggers.ts';
import { DOCUMENT } from './demands.ts';
import { handInOnboarding } from './onboarding.ts';
import { type Requirements, requirementsOf } from './requirements.ts';
import type { World } from './world.ts';

const DAY = 24 * HOUR;

let world: World;
let id: string;
beforeEach(() => {
  world = openTestWorld();
  id = openAccount(world).id;
});
afterEach(() => {
  world.store.close();
});

const now = (): Requirements => requirementsOf(world, world.store.get('account', id));
const status = (): string => capabilityStatus(world, world.store.get('account', id));
const updates = (): number => eventsOf(world, id).filter((type) => type === 'account.updated').length;

describe('what Stripe wants', () => {
  it('now is past due at once', () => {
    openRequirement(world, id, 'now');
    expect(now()).toMatchObject({ currentlyDue: [DOCUMENT], pastDue: [DOCUMENT], eventuallyDue: [DOCUMENT] });
    expect(status()).toBe('inactive');
  });

  it('by a deadline is due, and past due from then on', () => {
    openRequirement(world, id, 'by_deadline', { days: 3 });
    expect(now()).toMatchObject({ currentlyDue: [DOCUMENT], pastDue: [], eventuallyDue: [DOCUMENT] });
    expect(now().deadlineUnix).toBe(world.clock.nowUnix() + 3 * DAY);
    letPass(world, 3 * DAY);
    expect([now().pastDue, status()]).toEqual([[DOCUMENT], 'inactive']);
  });

  it('eventually has no date, until a threshold is reached', () => {
    openRequirement(world, id, 'eventually', { field: 'individual.id_number' });
    letPass(world, 90 * DAY);
    expect(now()).toMatchObject({ currentlyDue: [], eventuallyDue: ['individual.id_number'], deadlineUnix: null });
    expect(status()).toBe('active');
    reachThreshold(world, id);
    expect(now()).toMatchObject({ currentlyDue: ['individual.id_number'], pastDue: [] });
    expect(now().deadlineUnix).toBe(world.clock.nowUnix() + 14 * DAY);
  });

  it('eventually is due with the next payment that reaches the threshold, and nothing else then', () => {
    openRequirement(world, id, 'eventually', { field: 'individual.id_number' });
    trigger(world, id, 'ask_more');
    expect(now().currentlyDue).toEqual(['individual.id_number']);
    charge(world, id, 900, { token: 'pm_card_visa_triggerNextRequirements' });
    expect(now().currentlyDue).toEqual(['individual.id_number', DOCUMENT]);
  });

  it('in future becomes due at its moment, which is told, and past due two weeks later', () => {
    openRequirement(world, id, 'future', { days: 30 });
    expect(now()).toMatchObject({ currentlyDue: [], eventuallyDue: [], future: { currentlyDue: [DOCUMENT] } });
    expect(now().future.deadlineUnix).toBe(world.clock.nowUnix() + 30 * DAY);
    letPass(world, 29 * DAY);
    const before = updates();
    letPass(world, DAY);
    expect(updates()).toBe(before + 1);
    expect(now()).toMatchObject({ currentlyDue: [DOCUMENT], pastDue: [], future: { currentlyDue: [] } });
    letPass(world, 14 * DAY);
    expect([now().pastDue, status()]).toEqual([[DOCUMENT], 'inactive']);
  });

  it('and was not asked for stays when onboarding is handed in', () => {
    openRequirement(world, id, 'eventually', { field: 'individual.id_number' });
    openRequirement(world, id, 'by_deadline');
    handInOnboarding(world, id);
    expect(now()).toMatchObject({ currentlyDue: [], eventuallyDue: ['individual.id_number'] });
    handInOnboarding(world, id, {}, { asked: ['individual.id_number'] });
    expect(now().eventuallyDue).toEqual([]);
  });
});
