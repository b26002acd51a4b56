import { describe, expect, test } from 'vitest';
import { CHECKOUT_TRANSITIONS } from './checkout.ts';
import { DISPUTE_TRANSITIONS } from './dispute-states.ts';
import { statesBefore, step, type Transitions } from './lifecycle.ts';
import { PAYMENT_TRANSITIONS } from './payment-states.ts';
import { PAYOUT_TRANSITIONS } from './payouts.ts';
import { REFUND_TRANSITIONS } from './refunds.ts';

const lifecycles: readonly [string, Transitions<string>, readonly string[], readonly string[]][] = [
  ['payment', PAYMENT_TRANSITIONS, ['requires_payment_method'], ['canceled', 'succeeded']],
  ['checkout', CHECKOUT_TRANSITIONS, ['open'], ['complete', 'expired']],
  ['dispute', DISPUTE_TRANSITIONS, ['warning_needs_response', 'prevented'], ['prevented', 'warning_closed', 'won']],
  ['payout', PAYOUT_TRANSITIONS, ['pending'], ['canceled', 'failed']],
  ['refund', REFUND_TRANSITIONS, ['requires_action'], ['canceled', 'failed']],
];

describe.each(lifecycles)('the lifecycle of a %s', (_, transitions, firsts, ends) => {
  test('ends where nothing follows', () => {
    const last = Object.keys(transitions).filter((state) => transitions[state]?.length === 0);
    expect(last.toSorted()).toEqual(ends);
  });

  test('never leaves an end', () => {
    for (const end of ends)
      for (const state of Object.keys(transitions))
        expect(() => step(transitions, end, state)).toThrow(`Nothing goes from ${end} to ${state}`);
  });

  test('leads from its beginnings to every end', () => {
    const reached = new Set(firsts);
    for (const state of reached) for (const next of transitions[state] ?? []) reached.add(next);
    for (const end of ends) expect(reached).toContain(end);
  });
});

test('the states before a state are those that lead to it', () => {
  expect(statesBefore(REFUND_TRANSITIONS, 'succeeded')).toEqual(['pending', 'requires_action']);
  expect(step(REFUND_TRANSITIONS, 'pending', 'succeeded')).toBe('succeeded');
});
