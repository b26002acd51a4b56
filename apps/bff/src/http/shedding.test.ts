import { request } from 'node:http';
import { fastify } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerError } from './error-handler.ts';
import { shedLoad } from './shedding.ts';
import { patiently } from '../test/patiently.ts';

let app = fastify();
let gate = Promise.withResolvers<string>();
let held = 0;
beforeEach(() => {
  app = fastify();
  gate = Promise.withResolvers<string>();
  held = 0;
  app.setErrorHandler(answerError);
  shedLoad(app, 3);
  app.get('/held', () => {
    held += 1;
    return gate.promise;
  });
  app.get('/livez', async () => 'live');
});
afterEach(() => app.close());

test('who comes when too much is being done is told at once when to come back', async () => {
  const first = Array.from({ length: 3 }, () => app.inject('/held'));
  await vi.waitUntil(() => held === 3, patiently);
  const shed = await app.inject('/held');
  expect([shed.statusCode, shed.headers['retry-after'], shed.json()]).toMatchObject([
    503,
    '1',
    { code: 'unavailable' },
  ]);
  expect((await app.inject('/livez')).statusCode).toBe(200);
  gate.resolve('done');
  expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect((await app.inject('/held')).statusCode).toBe(200);
});

test('requests whose clients went away make room', async () => {
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const gone = Array.from({ length: 3 }, () => request(`${url}/held`).on('error', () => undefined));
  for (const one of gone) one.end();
  await vi.waitUntil(() => held === 3, patiently);
  for (const one of gone) one.destroy();
  gate.resolve('done');
  await vi.waitFor(async () => expect((await app.inject('/held')).statusCode).toBe(200), patiently);
});
