import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let local: TestStripe;

beforeAll(async () => {
  local = await startTestStripe();
});
afterAll(() => local.emulator.close());

test('a live key is refused', async () => {
  const refusal = await refusalOf(local.stripe.balance.retrieve({}, { apiKey: 'sk_live_1234567890abcdef' }));
  expect(refusal).toMatchObject({ statusCode: 401, message: expect.stringContaining('live') });
});

test('a version that was not yet published is refused', async () => {
  const refusal = await refusalOf(local.stripe.balance.retrieve({}, { apiVersion: '2031-01-01.later' }));
  expect(refusal).toMatchObject({ statusCode: 400, message: 'Invalid Stripe API version: 2031-01-01.later' });
});

test('an earlier version is answered', async () => {
  await expect(local.stripe.balance.retrieve({}, { apiVersion: '2025-09-30.clover' })).resolves.toMatchObject({
    object: 'balance',
  });
});

test('a v2 request that failed is done again under its key', async () => {
  const { stripeAccount: id } = local.openSeller();
  const add = () =>
    local.stripe.v2.core.accounts.persons.create(id, { given_name: 'Ann' }, { idempotencyKey: 'twice' });
  expect(await refusalOf(add())).toMatchObject({ statusCode: 403 });
  local.emulator.world.store.update('account', id, { submittedUnix: null });
  await expect(add()).resolves.toMatchObject({ account: id, given_name: 'Ann' });
});
