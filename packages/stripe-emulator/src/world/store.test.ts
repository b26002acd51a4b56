import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ApplicationFeeRefund } from './state.ts';
import { openStore, type Store } from './store.ts';

const opened: Store[] = [];
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

function open(database = ':memory:'): Store {
  const store = openStore(database);
  opened.push(store);
  return store;
}

/** The smallest object there is. */
function object(id: string, createdUnix: number, account = 'acct_a'): ApplicationFeeRefund {
  return {
    id,
    account,
    createdUnix,
    fee: 'fee_1',
    amount: 1,
    currency: 'gbp',
    balanceTransaction: 'txn_1',
    metadata: {},
  };
}

function idsOf(store: Store, cursor: { startingAfter?: string; endingBefore?: string } = {}): string[] {
  return store.list('application_fee_refund', { account: 'acct_a', limit: 2, ...cursor }).rows.map(({ id }) => id);
}

test('lists are newest first and pages neither repeat nor skip, also within one second', () => {
  const store = open();
  for (const [id, at] of [
    ['a', 1],
    ['b', 2],
    ['c', 2],
    ['d', 2],
    ['e', 3],
  ] as const)
    store.insert('application_fee_refund', object(id, at));
  expect(idsOf(store)).toEqual(['e', 'd']);
  expect(idsOf(store, { startingAfter: 'd' })).toEqual(['c', 'b']);
  expect(idsOf(store, { startingAfter: 'b' })).toEqual(['a']);
  expect(idsOf(store, { endingBefore: 'b' })).toEqual(['d', 'c']);
});

test('an account sees its own objects only, and a revision counts its changes', () => {
  const store = open();
  store.insert('application_fee_refund', object('a', 1));
  store.insert('application_fee_refund', object('b', 1, 'acct_b'));
  expect(store.all('application_fee_refund', 'acct_a').map(({ id }) => id)).toEqual(['a']);
  store.update('application_fee_refund', 'a', { amount: 2 });
  expect([store.revision('acct_a'), store.revision('acct_b')]).toEqual([2, 1]);
});

test('what fails half way leaves nothing behind', () => {
  const store = open();
  expect(() =>
    store.transaction(() => {
      store.insert('application_fee_refund', object('a', 1));
      throw new Error('half way');
    }),
  ).toThrow('half way');
  expect(store.find('application_fee_refund', 'a')).toBeUndefined();
});

test('a file keeps the world over a restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  const first = openStore(join(folder, 'world.sqlite'));
  first.insert('application_fee_refund', object('a', 1));
  first.close();
  const second = openStore(join(folder, 'world.sqlite'));
  expect(second.get('application_fee_refund', 'a').createdUnix).toBe(1);
  second.close();
  rmSync(folder, { recursive: true });
});
