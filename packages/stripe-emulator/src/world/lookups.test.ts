import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { INDEXES, indexFor } from './lookups.ts';
import { bringUpToDate } from './schema.ts';

test('what no index finds is not looked for at all', () => {
  expect(() => indexFor('charge', ['description'])).toThrow('Nothing finds a charge by description');
});

test('of several fields the index with the most of them is taken', () => {
  expect(indexFor('balance_transaction', ['currency', 'type'])).toBe('balance_transaction_by_type_currency');
  expect(indexFor('balance_transaction', ['currency', 'payout'])).toBe('balance_transaction_by_payout');
  expect(indexFor('refund', [])).toBe('objects_by_place');
});

test('a database has the indexes of today and no other', () => {
  const db = new DatabaseSync(':memory:');
  bringUpToDate(db);
  db.exec('create index of_yesterday on objects (created)');
  db.exec('drop index objects_by_place');
  db.exec('drop index customer_by_email');
  db.exec('create index customer_by_email on objects (account, created)');
  bringUpToDate(db);
  const found = db
    .prepare(`select name, sql from sqlite_schema where type = 'index' and tbl_name = 'objects' and sql is not null`)
    .all()
    .map(({ name, sql }) => [name, String(sql).replace('CREATE INDEX', 'create index')]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(INDEXES));
  db.close();
});
