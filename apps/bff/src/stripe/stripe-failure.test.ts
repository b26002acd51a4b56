import { afterEach, expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { stripeAccountId, stripeFailureOf } from './index.ts';
import { READ, WRITE } from './sdk.ts';
import { startRecordingServer } from './test/recording-server.ts';
import { testDoor } from './test/test-door.ts';

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const item of open.splice(0)) await item.close();
});

async function problemOf(status: number, error: object = {}, headers: Record<string, string> = {}): Promise<Problem> {
  const body = { error: { message: 'Stripe says no.', ...error } };
  const server = await startRecordingServer({ status, body, headers });
  const door = testDoor(server.apiBase);
  open.push(door, server);
  try {
    await door
      .scopedTo({ stripeAccountId: stripeAccountId('acct_1Own'), mode: 'test' })
      .createCheckoutSession({ mode: 'payment' }, 'key');
  } catch (failed) {
    if (failed instanceof Problem) return failed;
  }
  throw new Error('it did not fail with a problem');
}

test.each([
  [400, { type: 'invalid_request_error' }],
  [401, { type: 'invalid_request_error' }],
  [402, { type: 'card_error' }],
  [403, { type: 'invalid_request_error' }],
  [404, { type: 'invalid_request_error' }],
])('after %i nothing was done', async (status, error) => {
  const failed = await problemOf(status, error);
  expect(failed.code).toBe('stripe_refused');
  expect(stripeFailureOf(failed)?.outcome).toBe('refused');
});

test.each([
  [400, { type: 'idempotency_error' }],
  [409, { type: 'idempotency_error', code: 'idempotency_key_in_use' }],
  [429, { type: 'invalid_request_error', code: 'lock_timeout' }],
  [500, { type: 'api_error' }],
  [503, { type: 'api_error' }],
])('after %i (%o) it may have been done', async (status, error) => {
  const failed = await problemOf(status, error);
  expect(failed.code).toBe('stripe_unavailable');
  expect(stripeFailureOf(failed)?.outcome).toBe('unclear');
});

test('without an answer it may have been done', async () => {
  const server = await startRecordingServer();
  await server.close();
  const door = testDoor(server.apiBase);
  open.push(door);
  const failed: unknown = await door
    .scopedTo({ stripeAccountId: stripeAccountId('acct_1Own'), mode: 'test' })
    .createLoginLink()
    .catch((error: unknown) => error);
  expect(stripeFailureOf(failed)?.outcome).toBe('unclear');
});

test('Stripe’s reason is told, and what is wrong with our key is not', async () => {
  await expect(problemOf(400)).resolves.toMatchObject({ details: { detail: 'Stripe says no.' } });
  const failed = await problemOf(401, { message: 'Invalid API Key provided: sk_test_***7890' });
  expect(failed.details.detail).toBeUndefined();
});

test('Stripe’s request id and a replayed answer are noticed', async () => {
  const failed = await problemOf(500, {}, { 'request-id': 'req_1', 'idempotent-replayed': 'true' });
  expect(stripeFailureOf(failed)).toMatchObject({ stripeRequestId: 'req_1', isReplayed: true });
});

test('every call ends within 25 seconds, attempts and pauses included', () => {
  const longestPauseMs = 1000;
  for (const { timeout, maxNetworkRetries } of [READ, WRITE])
    expect(timeout * (maxNetworkRetries + 1) + longestPauseMs * maxNetworkRetries).toBeLessThanOrEqual(25_000);
});
