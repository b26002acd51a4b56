import { randomUUID } from 'node:crypto';
import { createCharge } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildApp } from '../app.ts';
import type { Database } from '../database/index.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { createTestBrowser } from '../test/test-browser.ts';
import { chargeBody } from './test/charge-body.ts';
import { patiently } from '../test/patiently.ts';

let server: TestApp;
let seller: ReadySeller;
let otherDatabase: Database;
let other: FastifyInstance;

beforeAll(async () => {
  server = await startTestApp();
  seller = await signUpReady(server);
  otherDatabase = server.database.openAgain();
  other = await buildApp({ config: server.config, database: otherDatabase, logStream: { write: () => undefined } });
  await other.ready();
});

afterAll(async () => {
  await other.close();
  await otherDatabase.close();
  await server.close();
});

test('the same sent to two instances at once is one charge', async () => {
  const elsewhere = createTestBrowser(other);
  for (const [name, value] of seller.cookies) elsewhere.cookies.set(name, value);
  const bodies = Array.from({ length: 10 }, () => chargeBody({ idempotencyKey: randomUUID() }));
  const charges = await Promise.all(
    bodies.flatMap((body) => [seller, elsewhere].map(({ client }) => client(createCharge, { body }))),
  );
  const ids = new Set(charges.map(({ chargeId }) => chargeId));
  expect(ids.size).toBe(10);
  await vi.waitFor(async () => {
    const rows = await server.database.asSystem((sql) => sql`select 1 from charges where state = 'waiting'`);
    expect(rows).toHaveLength(10);
  }, patiently);
  const sessions = await stripeAs(server.emulator, seller.stripeAccountId).checkout.sessions.list({ limit: 100 });
  expect(new Set(sessions.data.map(({ metadata }) => metadata?.['charge_id']))).toEqual(ids);
  expect(sessions.data).toHaveLength(10);
});
