import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';

const HOUR_MS = 3_600_000;

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const post = async (path: string, body: string, key: string): Promise<{ status: number; id: string }> => {
  const reply = await fetch(`${at.emulator.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${at.emulator.secretKey}`,
      'content-type': path.startsWith('/v2/') ? 'application/json' : 'application/x-www-form-urlencoded',
      'idempotency-key': key,
    },
    body,
  });
  const { id }: { id: string } = JSON.parse(await reply.text());
  return { status: reply.status, id };
};

test('the same parameters are the same in any order', async () => {
  const first = await post('/v1/customers', 'name=Jo&phone=1&metadata[a]=1&metadata[b]=2', 'order');
  expect(await post('/v1/customers', 'metadata[b]=2&phone=1&metadata[a]=1&name=Jo', 'order')).toEqual(first);
  expect((await post('/v1/customers', 'name=Jo', 'order')).status).toBe(400);
});

test.each([
  ['/v1/customers', 'name=Jo', 24],
  ['/v2/core/accounts', '{}', 30 * 24],
])('a key of %s is forgotten in time', async (path, body, hours) => {
  const first = await post(path, body, `forgotten ${path}`);
  at.emulator.control.advanceClock((hours - 1) * HOUR_MS);
  expect(await post(path, body, `forgotten ${path}`)).toEqual(first);
  at.emulator.control.advanceClock(HOUR_MS);
  const next = await post(path, body, `forgotten ${path}`);
  expect(next.id).not.toBe(first.id);
  expect(await post(path, body, `forgotten ${path}`)).toEqual(next);
});
