import { randomUUID } from 'node:crypto';
import { type Charge, createCharge, getCharge } from '@sellerdesk/contract';
import { currency, money } from '@sellerdesk/money';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildApp } from '../app.ts';
import { enqueue } from '../jobs/index.ts';
import { stripeAccountId } from '../stripe/index.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { createTestBrowser } from '../test/test-browser.ts';
import { insertCharge } from './charge-store.ts';
import { SETTLE_CHARGE, settleLeftovers } from './settle-charge.ts';
import { chargeBody } from './test/charge-body.ts';
import { patiently } from '../test/patiently.ts';

const sessionsPath = '/v1/checkout/sessions';
const hourMs = 3_600_000;

let server: TestApp;
let seller: ReadySeller;

beforeAll(async () => {
  server = await startTestApp();
  seller = await signUpReady(server);
});

afterEach(() => {
  server.emulator.control.clearFaults();
  server.emulator.control.clearRequests();
});

afterAll(() => server.close());

const create = (): Promise<Charge> => seller.client(createCharge, { body: chargeBody() });
const read = (chargeId: string): Promise<Charge> => seller.client(getCharge, { params: { chargeId } });
const becomes = (chargeId: string, state: Charge['state']): Promise<void> =>
  vi.waitFor(async () => expect((await read(chargeId)).state).toBe(state), patiently);
const settle = (chargeId: string): Promise<void> =>
  server.database.asSystem((sql) => enqueue(sql, { name: SETTLE_CHARGE, id: chargeId }));

async function sessionsOf(chargeId: string): Promise<string[]> {
  const sessions = await stripeAs(server.emulator, seller.stripeAccountId)
    .checkout.sessions.list({ limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  return sessions.filter(({ metadata }) => metadata?.['charge_id'] === chargeId).map(({ id }) => id);
}

/** A request that an arranged fault answers is recorded without its body: only its key says what it was for. */
function keysUsed(): string[] {
  const creates = server.emulator.control
    .requests()
    .filter(({ method, path }) => method === 'POST' && path === sessionsPath);
  return creates.map(({ idempotencyKey = 'none' }) => idempotencyKey);
}

describe('an answer that does not come', () => {
  test.each([
    ['because Stripe is down', { kind: 'status', status: 503 }],
    ['because Stripe has a fault of its own', { kind: 'status', status: 500 }],
    ['because there are too many requests', { kind: 'status', status: 429 }],
    ['because the connection breaks before the work', { kind: 'reset' }],
    ['because the connection breaks after the work', { kind: 'lost_answer' }],
  ] as const)('%s makes a charge unknown, never failed, and then it is settled once', async (_, fault) => {
    server.emulator.control.fault({ path: sessionsPath, method: 'POST', ...fault });
    const { chargeId, state, failureMessage, checkoutUrl } = await create();
    expect({ state, failureMessage, checkoutUrl }).toEqual({
      state: 'unknown',
      failureMessage: null,
      checkoutUrl: null,
    });
    server.emulator.control.clearFaults();
    await becomes(chargeId, 'waiting');
    expect(await sessionsOf(chargeId)).toHaveLength(1);
    expect(new Set(keysUsed())).toEqual(new Set([`charge-${chargeId}`]));
  });

  test('is asked for again with the address our pages had, though they have moved since', async () => {
    const { config } = server;
    const http = { ...config.http, publicUrl: 'https://before.example' };
    const database = server.database.openAgain();
    const before = await buildApp({ config: { ...config, http }, database, logStream: { write: () => undefined } });
    server.emulator.control.fault({ path: sessionsPath, method: 'POST', kind: 'reset' });
    const browser = createTestBrowser(before);
    for (const [name, value] of seller.cookies) browser.cookies.set(name, value);
    const { chargeId } = await browser.client(createCharge, { body: chargeBody() });
    await before.close();
    await database.close();
    server.emulator.control.clearFaults();
    await becomes(chargeId, 'waiting');
    const [id = ''] = await sessionsOf(chargeId);
    const session = await stripeAs(server.emulator, seller.stripeAccountId).checkout.sessions.retrieve(id);
    expect(session.success_url).toBe('https://before.example/checkout/paid');
  });

  test('stays unknown for as long as Stripe stays away', async () => {
    server.emulator.control.fault({ path: /^\/v1\/checkout/u, kind: 'status', status: 503 });
    const { chargeId } = await create();
    await vi.waitFor(() => expect(keysUsed().length).toBeGreaterThanOrEqual(2), patiently);
    expect((await read(chargeId)).state).toBe('unknown');
    server.emulator.control.clearFaults();
    await becomes(chargeId, 'waiting');
  });

  test('is looked up when Stripe would repeat its own fault for ever: there is no such charge', async () => {
    const replayed = { kind: 'status', status: 500, headers: { 'idempotent-replayed': 'true' } } as const;
    server.emulator.control.fault({ path: sessionsPath, method: 'POST', ...replayed });
    const { chargeId } = await create();
    await settle(chargeId);
    await becomes(chargeId, 'failed');
    expect((await read(chargeId)).failureMessage).toContain('Stripe has no record of this charge');
    expect(await sessionsOf(chargeId)).toEqual([]);
  });

  test('is looked up when Stripe would repeat its own fault for ever: the charge is there', async () => {
    server.emulator.control.fault({ path: sessionsPath, method: 'POST', kind: 'lost_answer' });
    const { chargeId } = await create();
    server.emulator.control.clearFaults();
    const replayed = { kind: 'status', status: 500, headers: { 'idempotent-replayed': 'true' } } as const;
    server.emulator.control.fault({ path: sessionsPath, method: 'POST', ...replayed });
    await becomes(chargeId, 'waiting');
    expect(await sessionsOf(chargeId)).toHaveLength(1);
  });
});

describe('a process that was killed', () => {
  test('before it asked Stripe leaves a charge that is created by the next', async () => {
    const chargeId = await storeCharge({ ageMs: 60_000 });
    await settleLeftovers({ database: server.database, now: () => new Date() });
    await becomes(chargeId, 'waiting');
    expect(await sessionsOf(chargeId)).toHaveLength(1);
  });

  test('after it asked leaves one that is found with the same key', async () => {
    server.emulator.control.fault({ path: sessionsPath, method: 'POST', kind: 'lost_answer' });
    const { chargeId } = await create();
    server.emulator.control.clearFaults();
    await server.database.asSystem((sql) => sql`update charges set state = 'creating' where charge_id = ${chargeId}`);
    await settle(chargeId);
    await becomes(chargeId, 'waiting');
    expect(await sessionsOf(chargeId)).toHaveLength(1);
  });

  test('is not taken for dead while it may still be waiting for the answer', async () => {
    const chargeId = await storeCharge({ ageMs: 20_000 });
    await settleLeftovers({ database: server.database, now: () => new Date() });
    // A job that comes later is done later: by then one for this charge would have been.
    const later = await storeCharge({ ageMs: 60_000 });
    await settle(later);
    await becomes(later, 'waiting');
    expect((await read(chargeId)).state).toBe('creating');
    expect(keysUsed()).toEqual([`charge-${later}`]);
  });
});

describe('after 23 hours, when Stripe may have forgotten the key', () => {
  test('a charge is never asked for again; what Stripe has is looked up', async () => {
    const chargeId = await storeCharge({ ageMs: 23 * hourMs + 60_000 });
    await settle(chargeId);
    await becomes(chargeId, 'failed');
    expect((await read(chargeId)).failureMessage).toContain('nothing was created');
    expect(keysUsed()).toEqual([]);
    expect(await sessionsOf(chargeId)).toEqual([]);
  });

  test('and if Stripe has it, it waits for its customer', async () => {
    const chargeId = await storeCharge({ ageMs: 23 * hourMs + 60_000 });
    const session = await sessionWith(chargeId);
    await settle(chargeId);
    await becomes(chargeId, 'waiting');
    expect((await read(chargeId)).checkoutUrl).toBe(session.url);
  });

  test('and while Stripe does not answer that, it stays unknown', async () => {
    const chargeId = await storeCharge({ ageMs: 23 * hourMs + 60_000 });
    server.emulator.control.fault({ path: sessionsPath, method: 'GET', kind: 'status', status: 503 });
    await settle(chargeId);
    await becomes(chargeId, 'unknown');
    server.emulator.control.clearFaults();
    await becomes(chargeId, 'failed');
    expect(keysUsed()).toEqual([]);
  });
});

test('a charge that was given up follows what Stripe announces of it after all', async () => {
  server.emulator.control.fault({ path: sessionsPath, method: 'POST', kind: 'status', status: 400, times: 1 });
  const { chargeId, state } = await create();
  expect(state).toBe('failed');
  const { id } = await sessionWith(chargeId);
  server.emulator.control.payCheckoutSession(id);
  await becomes(chargeId, 'paid');
  expect((await read(chargeId)).failureMessage).toBeNull();
});

test.each([
  ['a key that is not valid', 401],
  ['a key that may not', 403],
])('a repetition that is refused for %s says nothing of the first call', async (_, status) => {
  server.emulator.control.fault({ path: sessionsPath, method: 'POST', kind: 'lost_answer' });
  const { chargeId } = await create();
  server.emulator.control.clearFaults();
  server.emulator.control.fault({ path: /^\/v1\/checkout/u, kind: 'status', status });
  await settle(chargeId);
  await vi.waitFor(async () => expect(await attemptsOf(chargeId)).toBeGreaterThan(1), patiently);
  expect((await read(chargeId)).state).toBe('unknown');
  server.emulator.control.clearFaults();
  await becomes(chargeId, 'waiting');
});

test('a first call that is refused for our key is refused: nothing was asked before', async () => {
  server.emulator.control.fault({ path: sessionsPath, method: 'POST', kind: 'status', status: 401, times: 1 });
  expect(await create()).toMatchObject({ state: 'failed', failureMessage: 'Stripe did not accept this charge.' });
});

test('of a seller who left while it was unknown nobody says that it failed, and Stripe is not asked for them', async () => {
  const leaving = await signUpReady(server);
  const chargeId = await storeCharge({ ageMs: 60_000, of: leaving });
  await server.database.asSystem(
    (sql) => sql`update accounts set deauthorized_at = now() where stripe_account_id = ${leaving.stripeAccountId}`,
  );
  await settle(chargeId);
  await vi.waitFor(async () => {
    const charge = await leaving.client(getCharge, { params: { chargeId } });
    expect(charge).toMatchObject({ state: 'disconnected', failureMessage: null });
  }, patiently);
  expect(keysUsed()).toEqual([]);
});

async function attemptsOf(chargeId: string): Promise<number | undefined> {
  const rows = await server.database.asSystem(
    (sql) => sql<{ attempts: number }>`select attempts from charges where charge_id = ${chargeId}`,
  );
  return rows[0]?.attempts;
}

/** As a process leaves it that was killed right after it had stored the charge. */
async function storeCharge({ ageMs, of = seller }: { ageMs: number; of?: ReadySeller }): Promise<string> {
  const { sellerId } = of.seller;
  const chargeId = randomUUID();
  await server.database.asSeller(sellerId, (sql) =>
    insertCharge(sql, {
      chargeId,
      sellerId,
      stripeAccountId: stripeAccountId(of.stripeAccountId),
      idempotencyKey: randomUUID(),
      fingerprint: Buffer.alloc(32),
      amount: money(4200n, currency('gbp')),
      platformFee: money(105n, currency('gbp')),
      description: 'Two pots',
      customerEmail: null,
      publicUrl: server.config.http.publicUrl,
      requestedAt: new Date(Date.now() - ageMs),
    }),
  );
  return chargeId;
}

/** As a call leaves it at Stripe whose answer nobody heard. */
async function sessionWith(chargeId: string) {
  const metadata = { charge_id: chargeId };
  return stripeAs(server.emulator, seller.stripeAccountId).checkout.sessions.create({
    mode: 'payment',
    line_items: [
      { quantity: 1, price_data: { currency: 'gbp', unit_amount: 4200, product_data: { name: 'Two pots' } } },
    ],
    metadata,
    payment_intent_data: { metadata },
    success_url: 'http://localhost/',
  });
}
