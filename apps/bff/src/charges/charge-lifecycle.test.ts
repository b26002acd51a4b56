import type { ChargeState } from '@sellerdesk/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnderWay, isUnsettled, movesOnTo, type Standing } from './charge-lifecycle.ts';

/** Everything Stripe may be heard to say of one charge on each way it can go. */
const ways: readonly (readonly ChargeState[])[] = [
  ['waiting', 'paid'],
  ['waiting', 'processing', 'paid'],
  ['waiting', 'processing', 'failed'],
  ['waiting', 'expired'],
  ['waiting', 'canceled'],
];

const beginnings: readonly Standing[] = [
  { state: 'creating', isKnownToStripe: false },
  { state: 'unknown', isKnownToStripe: false },
  { state: 'failed', isKnownToStripe: false },
];

function stateAfter(start: Standing, heard: readonly ChargeState[]): ChargeState {
  return heard.reduce<Standing>(
    (standing, state) => (movesOnTo(standing, state) ? { state, isKnownToStripe: true } : standing),
    start,
  ).state;
}

test('whatever is heard, in any order and however often, a charge ends where Stripe has it', () => {
  const heardOnAWay = fc.constantFrom(...ways).chain((way) =>
    fc.record({
      way: fc.constant(way),
      order: fc
        .array(fc.constantFrom(...way), { maxLength: 6 })
        .chain((more) => fc.shuffledSubarray([...way, ...more], { minLength: way.length + more.length })),
    }),
  );
  fc.assert(
    fc.property(heardOnAWay, fc.constantFrom(...beginnings), ({ way, order }, start) => {
      expect(stateAfter(start, order)).toBe(way.at(-1));
    }),
    { numRuns: 2000 },
  );
});

test('a charge never goes back', () => {
  expect(movesOnTo(known('paid'), 'waiting')).toBe(false);
  expect(movesOnTo(known('processing'), 'waiting')).toBe(false);
  expect(movesOnTo(known('paid'), 'expired')).toBe(false);
  expect(movesOnTo(known('failed'), 'paid')).toBe(false);
});

test('a charge that is followed no more does not become one that is, but an end that was heard meanwhile counts', () => {
  expect(movesOnTo(known('disconnected'), 'waiting')).toBe(false);
  expect(movesOnTo(known('disconnected'), 'processing')).toBe(false);
  expect(movesOnTo(known('disconnected'), 'paid')).toBe(true);
});

test('a charge Stripe had no record of follows what Stripe says of it after all', () => {
  expect(movesOnTo({ state: 'failed', isKnownToStripe: false }, 'waiting')).toBe(true);
});

test('every state is unsettled, under way or final, and never two of them', () => {
  const states: ChargeState[] = [
    'creating',
    'unknown',
    'waiting',
    'processing',
    'paid',
    'expired',
    'canceled',
    'failed',
    'disconnected',
  ];
  expect(states.filter((state) => isUnsettled(state) && isUnderWay(state))).toEqual([]);
  expect(states.filter((state) => isUnsettled(state))).toEqual(['creating', 'unknown']);
  expect(states.filter((state) => isUnderWay(state))).toEqual(['waiting', 'processing']);
});

function known(state: ChargeState): Standing {
  return { state, isKnownToStripe: true };
}
