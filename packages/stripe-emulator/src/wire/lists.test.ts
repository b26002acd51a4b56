import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

test('a cursor that is none is called what it is called when it is retrieved', async () => {
  const cursor = await refusalOf(at.stripe.paymentMethods.list({ starting_after: 'pm_none' }));
  const retrieved = await refusalOf(at.stripe.paymentMethods.retrieve('pm_none'));
  expect(cursor).toMatchObject({ code: 'resource_missing', param: 'starting_after', message: retrieved.message });
});
