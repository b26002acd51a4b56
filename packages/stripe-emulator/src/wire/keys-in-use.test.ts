import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterEach(() => {
  at.emulator.control.clearFaults();
});
afterAll(() => at.emulator.close());

const HELD_MS = 500;
const TWICE = { status: 409, type: 'idempotency_error', code: 'idempotency_key_in_use' };

/** Makes the same request twice at once; which of them comes first is left to chance. Returns both ends. */
async function both<T>(
  work: () => Promise<T>,
): Promise<{ readonly answers: readonly T[]; readonly refusals: unknown[] }> {
  const ends = await Promise.allSettled([work(), work()]);
  return {
    answers: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
    refusals: ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : [])),
  };
}

function keepWaiting(path: string): void {
  at.emulator.control.fault({ kind: 'slow', path, delayMs: HELD_MS, times: 1 });
}

test('a key is in use while the first request with it is not answered', async () => {
  keepWaiting('/v1/customers');
  const options = { idempotencyKey: 'held' };
  const { answers, refusals } = await both(() => at.stripe.customers.create({ name: 'Jo' }, options));
  expect(refusals).toMatchObject([{ rawType: TWICE.type, statusCode: TWICE.status, code: TWICE.code }]);
  expect(refusals[0]).toBeInstanceOf(Stripe.errors.StripeAPIError);
  expect(answers).toHaveLength(1);
  expect((await at.stripe.customers.create({ name: 'Jo' }, options)).id).toBe(answers[0]?.id);
});

test('API v2 has a class of its own for it', async () => {
  keepWaiting('/v2/core/accounts');
  const options = { idempotencyKey: 'held-v2' };
  const { answers, refusals } = await both(() => at.stripe.v2.core.accounts.create({ display_name: 'Jo' }, options));
  expect(answers).toHaveLength(1);
  expect(refusals).toMatchObject([{ rawType: TWICE.type, statusCode: TWICE.status, code: TWICE.code }]);
  expect(refusals[0]).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
});

test('the SDK tries again until the first one is answered, and has the same answer', async () => {
  keepWaiting('/v1/customers');
  const options = { idempotencyKey: 'again', maxNetworkRetries: 3 };
  const { answers } = await both(() => at.stripe.customers.create({ name: 'Jo' }, options));
  expect(answers).toHaveLength(2);
  expect(answers[0]?.id).toBe(answers[1]?.id);
});

test('a request that nobody waits for any more lets go of its key', async () => {
  at.emulator.control.fault({ kind: 'hang', path: '/v1/customers', times: 1 });
  const options = { idempotencyKey: 'hung', timeout: HELD_MS };
  const { refusals } = await both(() => at.stripe.customers.create({ name: 'Jo' }, options));
  expect(refusals.map((refusal) => (refusal instanceof Error ? refusal.constructor : refusal))).toEqual(
    expect.arrayContaining([Stripe.errors.StripeConnectionError, Stripe.errors.StripeAPIError]),
  );
  await vi.waitFor(() => at.stripe.customers.create({ name: 'Jo' }, options));
});

test('another account may use the same key meanwhile', async () => {
  keepWaiting('/v1/customers');
  const idempotencyKey = 'shared';
  const made = await Promise.all([
    at.stripe.customers.create({ name: 'Jo' }, { idempotencyKey }),
    at.stripe.customers.create({ name: 'Jo' }, { idempotencyKey, ...at.openSeller() }),
  ]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(2);
});
