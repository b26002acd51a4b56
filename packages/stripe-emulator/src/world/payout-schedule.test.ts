import { describe, expect, test } from 'vitest';
import { charge, HOUR, letPass, openAccount, openTestWorld } from '../test/test-world.ts';
import { addBusinessDays, isBusinessDay } from './days.ts';
import { changePayoutSchedule, isPayoutDay, nextPayoutOf } from './payout-schedule.ts';
import type { PayoutSchedule } from './state.ts';

const unix = (month: number, day: number, hour = 0): number => Date.UTC(2026, month - 1, day, hour) / 1000;
const schedule = (change: Partial<PayoutSchedule>): PayoutSchedule => ({
  interval: 'daily',
  weeklyDays: [],
  monthlyDays: [],
  delayDays: 2,
  ...change,
});

describe('business days', () => {
  test.each([
    ['Monday', unix(11, 23, 12), unix(11, 25)],
    ['Thursday', unix(11, 26, 23), unix(11, 30)],
    ['Friday', unix(11, 27, 1), unix(12, 1)],
    ['Saturday', unix(11, 28, 12), unix(12, 1)],
    ['Sunday', unix(11, 29, 12), unix(12, 1)],
  ])('two of them after a %s', (_, from, to) => {
    expect(addBusinessDays(from, 2)).toBe(to);
    expect(isBusinessDay(to)).toBe(true);
  });
});

describe('payout days', () => {
  test('follow the interval', () => {
    expect(isPayoutDay(schedule({}), unix(11, 28))).toBe(true);
    expect(isPayoutDay(schedule({ interval: 'manual' }), unix(11, 27))).toBe(false);
    const weekly = schedule({ interval: 'weekly', weeklyDays: ['friday'] });
    expect(isPayoutDay(weekly, unix(11, 27))).toBe(true);
    expect(isPayoutDay(weekly, unix(11, 26))).toBe(false);
  });

  test('at the end of a month are there in every month', () => {
    const monthly = schedule({ interval: 'monthly', monthlyDays: [31] });
    expect(isPayoutDay(monthly, unix(11, 30))).toBe(true);
    expect(isPayoutDay(monthly, unix(12, 30))).toBe(false);
    expect(isPayoutDay(monthly, unix(12, 31))).toBe(true);
    expect(isPayoutDay(monthly, unix(2, 28))).toBe(true);
  });

  test('belong to their interval only, and there is always one', () => {
    const world = openTestWorld();
    const { id } = openAccount(world);
    const weekly = changePayoutSchedule(world, id, { interval: 'weekly', weeklyDays: [] });
    expect(weekly.payoutSchedule).toMatchObject({ weeklyDays: ['monday'], monthlyDays: [] });
    const daily = changePayoutSchedule(world, id, { interval: 'daily' });
    expect(daily.payoutSchedule).toMatchObject({ weeklyDays: [], monthlyDays: [] });
  });
});

describe('the next payout', () => {
  test('is what will be available by then, and is what then comes', () => {
    const world = openTestWorld();
    const { id } = openAccount(world);
    expect(nextPayoutOf(world, id, 'usd')).toBeUndefined();
    charge(world, id, 1000);
    const next = nextPayoutOf(world, id, 'usd');
    expect(next).toEqual({ amount: 941, arrivalUnix: unix(11, 27) });
    letPass(world, 48 * HOUR);
    expect(world.store.all('payout', id)).toMatchObject([next]);
    expect(nextPayoutOf(world, id, 'usd')).toBeUndefined();
  });

  test('is none where payouts are made by hand, stopped, or have nowhere to go', () => {
    const world = openTestWorld();
    const { id } = openAccount(world);
    charge(world, id, 1000);
    charge(world, id, 1000, { currency: 'eur' });
    expect(nextPayoutOf(world, id, 'eur')).toBeUndefined();
    world.store.update('account', id, { payoutsBlocked: true });
    expect(nextPayoutOf(world, id, 'usd')).toBeUndefined();
    world.store.update('account', id, { payoutsBlocked: false });
    changePayoutSchedule(world, id, { interval: 'manual' });
    expect(nextPayoutOf(world, id, 'usd')).toBeUndefined();
  });
});
