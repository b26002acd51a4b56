import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../index.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
});
afterAll(() => emulator.close());

const post = (name: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${emulator.url}/_emulator/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('a developer lets time pass', async () => {
  const before = emulator.world.clock.nowUnix();
  expect((await post('advance-clock', { seconds: 86_400 })).status).toBe(200);
  expect(emulator.world.clock.nowUnix()).toBeGreaterThanOrEqual(before + 86_400);
});

test('what is wrong is named', async () => {
  const reply = await post('advance-clock', { seconds: 'soon' });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ error: { param: 'seconds', message: 'Invalid integer: soon' } });
});

test('a page of any site is refused', async () => {
  expect((await post('advance-clock', { seconds: 1 }, { origin: 'http://evil.example' })).status).toBe(403);
});

test('a restricted key is made and given back', async () => {
  const reply = await post('create-restricted-key', { permissions: 'rak_charge_read, rak_payout_write' });
  expect(await reply.json()).toEqual({
    done: 'create-restricted-key',
    result: expect.stringMatching(/^rk_test_/u),
  });
});
