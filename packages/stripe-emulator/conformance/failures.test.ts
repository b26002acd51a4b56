import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Fault } from '../src/index.ts';
import { refusalOf, startTestStripe, type TestStripe } from '../src/test/test-stripe.ts';
import { type Told, toldBy } from './refusal.ts';

let at: TestStripe;

beforeAll(async () => {
  at = await startTestStripe();
});

afterEach(() => {
  at.emulator.control.clearFaults();
});

afterAll(() => at.emulator.close());

const { RateLimitError, StripeAPIError, StripeConnectionError, StripeRateLimitError } = Stripe.errors;
const REASON = 'stripe-rate-limited-reason';
const REASONS = ['global-rate', 'endpoint-rate', 'global-concurrency', 'endpoint-concurrency', 'resource-specific'];
const LIMITED: Told = { kind: StripeRateLimitError, status: 429, type: 'invalid_request_error' };

/** What goes wrong with Stripe itself; nobody can ask it to, so these are arranged. */
const failures: readonly (readonly [situation: string, fault: Omit<Fault, 'path'>, told: Told])[] = [
  ...REASONS.map((reason) => {
    const fault = { kind: 'status', status: 429, headers: { [REASON]: reason } } as const;
    return [`too many requests (${reason})`, fault, { ...LIMITED, code: 'rate_limit' }] as const;
  }),
  ['a locked object', { kind: 'status', status: 429 }, { ...LIMITED, code: 'lock_timeout' }],
  ['an error of Stripe', { kind: 'status', status: 500 }, { kind: StripeAPIError, status: 500, type: 'api_error' }],
  ['a pause of Stripe', { kind: 'status', status: 503 }, { kind: StripeAPIError, status: 503, type: 'api_error' }],
  ['a connection that breaks', { kind: 'reset' }, { kind: StripeConnectionError }],
  ['an answer that is lost', { kind: 'lost_answer' }, { kind: StripeConnectionError }],
  ['an answer that never comes', { kind: 'hang' }, { kind: StripeConnectionError }],
];

test.each(failures)('%s is told by an error of the SDK’s own class', async (_, fault, { kind, ...told }) => {
  at.emulator.control.fault({ ...fault, path: '/v1/balance' });
  const error = await refusalOf(at.stripe.balance.retrieve({}, fault.kind === 'hang' ? { timeout: 100 } : {}));
  expect({ ...toldBy(error), kind: error.constructor }).toEqual({ ...told, kind });
  expect(error.headers?.[REASON]).toBe(fault.headers?.[REASON]);
});

test('a locked object is tried again by the SDK, a limit is not', async () => {
  const { control } = at.emulator;
  const retrieve = () => at.stripe.balance.retrieve({}, { maxNetworkRetries: 1 });
  control.fault({ kind: 'status', status: 429, path: '/v1/balance', times: 1 });
  expect(await retrieve()).toMatchObject({ object: 'balance' });
  control.fault({ kind: 'status', status: 429, path: '/v1/balance', times: 1, headers: { [REASON]: 'global-rate' } });
  expect(toldBy(await refusalOf(retrieve()))).toMatchObject({ status: 429, code: 'rate_limit' });
});

test('too many requests have a class of their own in API v2', async () => {
  at.emulator.control.fault({ kind: 'status', status: 429, path: '/v2/core/accounts' });
  const error = await refusalOf(at.stripe.v2.core.accounts.list());
  expect(error).toBeInstanceOf(RateLimitError);
  expect(toldBy(error)).toEqual({ status: 429, type: 'rate_limit', code: 'account_rate_limit_exceeded' });
});
