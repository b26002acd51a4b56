import { randomUUID } from 'node:crypto';
import type { AccountState } from '@sellerdesk/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { accountFromV1 } from './account-from-v1.ts';
import {
  type AccountReading,
  deauthorizeAccount,
  insertAccount,
  selectAccount,
  selectAccountOf,
  updateAccount,
} from './account-store.ts';
import { situations, v1Account } from './test/stripe-accounts.ts';

let database: TestDatabase;
const sellerId = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  await database.asSystem(
    (sql) => sql`insert into sellers (seller_id, email, password_hash, business_name, country, mode, created_at)
      values (${sellerId}, 'ada@example.com', '', 'Pots', 'GB', 'test', now())`,
  );
});

afterAll(() => database.close());

const id = 'acct_1Seller';
const facts = accountFromV1(v1Account(situations.ready), 'test');
const reading = (state: AccountState, second: number): AccountReading => ({
  facts,
  standing: { state, detailsSubmitted: true },
  readAt: new Date(Date.UTC(2026, 10, 24, 12, 0, second)),
});

test('of readings stored in any order the one that began last counts', async () => {
  const readings = [
    reading('not_started', 0),
    reading('more_needed', 1),
    reading('in_review', 2),
    reading('restricted', 3),
    reading('ready', 4),
  ];
  const inAnyOrder = fc.shuffledSubarray(readings, { minLength: readings.length });
  await fc.assert(
    fc.asyncProperty(inAnyOrder, async (order) => {
      await storeFirst();
      await forgetReadings();
      for (const one of order) await database.asSeller(sellerId, (sql) => updateAccount(sql, one));
      expect((await database.asSystem((sql) => selectAccount(sql, id)))?.state).toBe('ready');
    }),
    { numRuns: 40 },
  );
});

test('an account that was cut off is found by nobody, and leaves room for another', async () => {
  await storeFirst();
  await database.asSystem((sql) => deauthorizeAccount(sql, id, new Date()));
  expect(await database.asSystem((sql) => selectAccount(sql, id))).toBeUndefined();
  expect(await database.asSeller(sellerId, (sql) => selectAccountOf(sql, sellerId))).toBeUndefined();
});

async function storeFirst(): Promise<void> {
  const first = reading('not_started', 0);
  await database.asSeller(sellerId, (sql) => insertAccount(sql, { sellerId, api: 'v1', ...first }));
}

/** As if the account had been read last before every reading of this file. */
async function forgetReadings(): Promise<void> {
  await database.asSystem((sql) => sql`update accounts set state = 'not_started', read_at = 'epoch'`);
}
