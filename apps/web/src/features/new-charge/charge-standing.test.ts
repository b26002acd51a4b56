import type { ChargeState } from '@sellerdesk/contract';
import { expect, test } from 'vitest';
import { isSettled, pollDelayMs, standingOfCharge } from './charge-standing.ts';
import { waitingCharge } from './test/charges.ts';

const createdMs = Date.parse(waitingCharge.createdAt);
const states: readonly ChargeState[] = [
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

test('an unknown outcome tells the seller not to create it again', () => {
  expect(standingOfCharge({ ...waitingCharge, state: 'unknown' }).body).toContain("Don't create it again");
});

test('a refused charge says why, and that nothing was taken', () => {
  const { body } = standingOfCharge({ ...waitingCharge, state: 'failed', failureMessage: 'Amount too small.' });
  expect(body).toContain('Amount too small. Nothing was taken');
});

test('a charge that is followed no more claims neither that it was paid nor that it was not', () => {
  const { body } = standingOfCharge({ ...waitingCharge, state: 'disconnected' });
  expect(body).toContain('Your Stripe Dashboard shows whether your customer paid');
});

test.each(states)('%s is asked about again exactly while something can still happen', (state) => {
  expect(pollDelayMs({ ...waitingCharge, state }, createdMs) === false).toBe(isSettled(state));
});

test('a fresh link is watched closely, an old one calmly', () => {
  expect(pollDelayMs(waitingCharge, createdMs + 60_000)).toBe(2_000);
  expect(pollDelayMs(waitingCharge, createdMs + 3_600_000)).toBe(10_000);
});
