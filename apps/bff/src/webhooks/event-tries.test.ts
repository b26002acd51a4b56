import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openOwnerPool } from '../database/index.ts';
import { enqueue } from '../jobs/index.ts';
import { patiently } from '../test/patiently.ts';
import { eventsSettled } from '../test/events-settled.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { settingsFor, startTestApp, type TestApp } from '../test/test-app.ts';
import { APPLY_EVENT, applyLeftovers, pauseSecondsAfter, replayEvents } from './apply-event.ts';
import { insertEvent } from './event-store.ts';

const dayMs = 24 * 3_600_000;

let server: TestApp;
let seller: ReadySeller;
let aheadMs = 0;
const now = (): Date => new Date(Date.now() + aheadMs);

beforeAll(async () => {
  server = await startTestApp({ now });
  seller = await signUpReady(server);
  await server.emulator.control.deliveriesSettled();
});

afterEach(() => {
  aheadMs = 0;
  server.emulator.control.clearFaults();
});

afterAll(() => server.close());

interface StoredRow {
  readonly attempts: number;
  readonly applied: boolean;
  readonly quarantine: string | null;
  /** The last try has failed and the next is to come. */
  readonly isPausing: boolean;
}

async function stored(id: string): Promise<StoredRow | undefined> {
  const rows = await server.database.asSystem(
    (sql) => sql<StoredRow>`
      select attempts, applied_at is not null as applied, quarantine, try_at > ${now()} as "isPausing"
      from webhook_events where event_id = ${id}`,
  );
  return rows[0];
}

const becomes = (id: string, row: Partial<StoredRow>): Promise<void> =>
  vi.waitFor(async () => expect(await stored(id)).toMatchObject(row), patiently);
const tryNow = (id: string): Promise<void> =>
  server.database.asSystem((sql) => enqueue(sql, { name: APPLY_EVENT, id }));

/** An event of the seller's account, which has been tried so often. */
async function receive({ attempts = 0 } = {}): Promise<string> {
  const eventId = `evt_${randomUUID().replaceAll('-', '')}`;
  const what = { eventId, type: 'account.updated', scope: 'connect', livemode: false, signedMode: 'test' } as const;
  const about = { account: seller.stripeAccountId, objectId: seller.stripeAccountId, chargeId: null };
  await server.database.asSystem(async (sql) => {
    await insertEvent(sql, { ...what, ...about, createdAt: now(), receivedAt: now() });
    await sql`update webhook_events set attempts = ${attempts} where event_id = ${eventId}`;
    await enqueue(sql, { name: APPLY_EVENT, id: eventId });
  });
  return eventId;
}

function stripeIsAway(): void {
  server.emulator.control.fault({ path: /^\/v2\/core\/accounts\//u, kind: 'status', status: 503 });
}

test('the pauses between tries grow, up to an hour', () => {
  expect([1, 2, 3, 11, 12, 80].map((attempts) => pauseSecondsAfter(attempts))).toEqual([2, 4, 8, 2048, 3600, 3600]);
});

test('an event that cannot be applied is tried for three days, however often, and then given up loudly', async () => {
  stripeIsAway();
  const id = await receive({ attempts: 1000 });
  await becomes(id, { attempts: 1001, isPausing: true });
  aheadMs = 3 * dayMs - 60_000;
  await tryNow(id);
  await becomes(id, { attempts: 1002, quarantine: null, isPausing: true });
  aheadMs = 3 * dayMs;
  await tryNow(id);
  await becomes(id, { attempts: 1003, quarantine: 'given_up' });
  const errors = server.log.filter((line) => line.includes('"level":"error"') && line.includes(id));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain('an event could not be applied for three days');
});

test('an event that was given up is applied when it is replayed, with three days of its own', async () => {
  stripeIsAway();
  const id = await receive({ attempts: 10 });
  await becomes(id, { attempts: 11, isPausing: true });
  aheadMs = 4 * dayMs;
  await tryNow(id);
  await becomes(id, { quarantine: 'given_up' });
  expect(await replayEvents({ database: server.database, now }, [id])).toBe(1);
  await becomes(id, { quarantine: null, isPausing: true });
  server.emulator.control.clearFaults();
  await becomes(id, { applied: true });
});

test('events are replayed by their ids or by the reasons they are kept for', async () => {
  const { database } = server;
  await replayEvents({ database, now }, []);
  await eventsSettled(server.database);
  const [one, other] = [await receive(), await receive()];
  await Promise.all([becomes(one, { applied: true }), becomes(other, { applied: true })]);
  await database.asSystem(
    (sql) => sql`update webhook_events set applied_at = null, quarantine = 'unknown_account'
      where event_id = any(${[one, other]})`,
  );
  expect(await replayEvents({ database, now }, ['given_up'])).toBe(0);
  expect(await replayEvents({ database, now }, [one])).toBe(1);
  expect(await replayEvents({ database, now }, ['unknown_account'])).toBe(1);
  await Promise.all([becomes(one, { applied: true }), becomes(other, { applied: true })]);
});

test('the operator’s program takes events out of quarantine and says how many', async () => {
  const id = await receive();
  await becomes(id, { applied: true });
  await server.database.asSystem(
    (sql) => sql`update webhook_events set applied_at = null, quarantine = 'given_up' where event_id = ${id}`,
  );
  const program = join(import.meta.dirname, '../replay-events.ts');
  const env = { ...settingsFor(server.emulator), DATABASE_URL: server.database.url };
  const { stdout } = await promisify(execFile)(process.execPath, [program, id], { env });
  expect(stdout).toBe('Events taken out of quarantine, to be applied again now: 1\n');
  await becomes(id, { applied: true });
});

test('an event that waits for its next try is left alone until a minute after it should have been made', async () => {
  stripeIsAway();
  const id = await receive({ attempts: 10 });
  await becomes(id, { attempts: 11 });
  const next = await vi.waitFor(async () => {
    const runAt = await runAtOf(id);
    expect(runAt?.getTime()).toBeGreaterThan(Date.now() + 1_000_000);
    return runAt;
  }, patiently);
  aheadMs = 2_000_000;
  await applyLeftovers({ database: server.database, now });
  expect(await runAtOf(id)).toEqual(next);
  aheadMs = 2_200_000;
  await applyLeftovers({ database: server.database, now });
  await becomes(id, { attempts: 12 });
});

/** When the queue does an event next. */
async function runAtOf(id: string): Promise<Date | undefined> {
  const owner = openOwnerPool(server.database.url, 1);
  try {
    const { rows } = await owner.pool.query<{ run_at: Date }>(
      'select run_at from graphile_worker.jobs where key = $1',
      [`${APPLY_EVENT}:${id}`],
    );
    return rows[0]?.run_at;
  } finally {
    await owner.close();
  }
}
