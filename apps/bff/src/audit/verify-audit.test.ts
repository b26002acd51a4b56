import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { type AuditLine, BEGINNING, hashOf } from './audit-line.ts';
import { insertLine, selectLines } from './audit-store.ts';
import { type AuditVerdict, verifyAudit } from './index.ts';
import { append, tamper } from './test/audit-log.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await append(database, 9);
});
afterEach(() => database.close());

/** With pages that end within what was changed. */
const verdict = (options: Parameters<typeof verifyAudit>[1] = {}): Promise<AuditVerdict> =>
  verifyAudit(database, { pageSize: 2, ...options });

const lines = (): Promise<AuditLine[]> => database.asSystem((sql) => selectLines(sql, { from: 1n, limit: 100 }));

/** Writes lines anew from the first of them on, as an owner can, with numbers and hashes that fit together. */
async function rewrite(after: AuditLine, ...contents: readonly AuditLine[]): Promise<void> {
  await tamper(database, `delete from audit_lines where seq > ${after.seq}`);
  let before: Pick<AuditLine, 'seq' | 'hash'> = after;
  for (const content of contents) {
    const line = { ...content, seq: before.seq + 1n, previousHash: before.hash };
    before = { ...line, hash: hashOf(line) };
    const whole = { ...line, hash: before.hash };
    await database.asSystem((sql) => insertLine(sql, whole));
  }
}

async function lineAt(seq: number): Promise<AuditLine> {
  const line = (await lines())[seq - 1];
  if (line === undefined) throw new Error(`there is no line ${seq}`);
  return line;
}

test('a log that nobody touched is whole, with its number of lines and its last hash', async () => {
  const { hash } = await lineAt(9);
  expect(await verdict()).toEqual({ whole: true, head: { seq: 9n, hash } });
});

test('an empty log is whole', async () => {
  const empty = await createTestDatabase();
  expect(await verifyAudit(empty)).toEqual({ whole: true, head: BEGINNING });
  expect(await verifyAudit(empty, { head: BEGINNING })).toMatchObject({ whole: true });
  await empty.close();
});

test('however many lines are held at a time, all of them are looked at', async () => {
  await tamper(database, "update audit_lines set action = 'nothing' where seq = 9");
  for (let pageSize = 1; pageSize <= 11; pageSize += 1)
    expect(await verifyAudit(database, { pageSize })).toEqual({ whole: false, seq: 9n, fault: 'changed' });
});

const lastByte = (text: string): string =>
  `overlay(${text} placing chr(ascii(right(${text}, 1)) # 1) from length(${text}))`;
const byteOf = (column: string, at: number): string => `set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1)`;

const flips = [
  ['seq', 'seq # 16', 'missing'],
  ['at', "at + interval '1 microsecond'", 'changed'],
  ['actor', lastByte('actor'), 'changed'],
  ['subject_seller_id', `${lastByte('subject_seller_id::text')}::uuid`, 'changed'],
  ['support_view_id', `${lastByte('support_view_id::text')}::uuid`, 'changed'],
  ['action', lastByte('action'), 'changed'],
  ['details', "replace(details::text, 'phone', 'qhone')::jsonb", 'changed'],
  ['request_id', lastByte('request_id'), 'changed'],
  ['previous_hash', byteOf('previous_hash', 31), 'changed'],
  ['hash', byteOf('hash', 0), 'changed'],
] as const;

test.each(flips)('one byte changed in %s is found', async (column, value, fault) => {
  await tamper(database, `update audit_lines set ${column} = ${value} where seq = 5`);
  expect(await verdict()).toEqual({ whole: false, seq: 5n, fault });
});

test('there is no column whose change is not looked for', async () => {
  const columns = await database.asSystem(
    (sql) => sql<{ name: string }>`
      select attname as name from pg_attribute where attrelid = 'audit_lines'::regclass and attnum > 0
      order by attnum`,
  );
  expect(columns.map(({ name }) => name)).toEqual(flips.map(([column]) => column));
});

test.each([
  ['a moment before Christ', "at = at - interval '4051 years'"],
  ['a moment that is none', "at = 'infinity'"],
  ['a moment of no given time zone’s', "at = at + interval '1 hour'"],
  ['nothing where something was', 'subject_seller_id = null'],
  ['a text that looks like nothing', "request_id = 'null'"],
  ['a request id that is empty', "request_id = ''"],
  ['a truth that became a text', `details = details || '{"isReadOnly": "true"}'`],
  ['a nothing that went away', "details = details - 'ticket'"],
  ['a key more', `details = details || '{"__proto__": null}'`],
  ['a number', `details = details || '{"isReadOnly": 1e400}'`],
  ['a text in another normal form', `details = details || '{"reason": "Asked for by phone\\u200b"}'`],
  ['no hash', "hash = ''::bytea"],
  ['no hash before', "previous_hash = ''::bytea"],
])('a line that was given %s is found', async (_, change) => {
  await tamper(
    database,
    'alter table audit_lines drop constraint audit_lines_hash_check',
    'alter table audit_lines drop constraint audit_lines_previous_hash_check',
    `update audit_lines set ${change} where seq = 5`,
  );
  expect(await verdict()).toEqual({ whole: false, seq: 5n, fault: 'changed' });
});

test.each([1, 5, 8])('line %i of nine, taken out, is missing', async (seq) => {
  await tamper(database, `delete from audit_lines where seq = ${seq}`);
  expect(await verdict()).toEqual({ whole: false, seq: BigInt(seq), fault: 'missing' });
});

test.each([9, 4, 1])(
  'a log that was cut before line %i is cut for who noted its head, and whole for who did not',
  async (seq) => {
    const head = await lineAt(9);
    await tamper(database, `delete from audit_lines where seq >= ${seq}`);
    expect(await verdict({ head })).toEqual({ whole: false, seq: BigInt(seq), fault: 'cut' });
    expect(await verdict()).toMatchObject({ whole: true, head: { seq: BigInt(seq - 1) } });
  },
);

test('a head that was noted earlier still fits when lines have come since', async () => {
  const head = await lineAt(9);
  await append(database, 2);
  expect(await verdict({ head })).toMatchObject({ whole: true, head: { seq: 11n } });
});

test('a line taken out, with those after it moved up, is found where it was', async () => {
  await tamper(
    database,
    'delete from audit_lines where seq = 5',
    'update audit_lines set seq = seq + 100 where seq > 5',
    'update audit_lines set seq = seq - 101 where seq > 100',
  );
  expect(await verdict()).toMatchObject({ whole: false, seq: 5n });
});

test.each([
  [1, 2],
  [4, 5],
  [3, 8],
])('lines %i and %i in each other’s place are found', async (one, other) => {
  await tamper(
    database,
    `update audit_lines set seq = 100 where seq = ${one}`,
    `update audit_lines set seq = ${one} where seq = ${other}`,
    `update audit_lines set seq = ${other} where seq = 100`,
  );
  expect(await verdict()).toEqual({ whole: false, seq: BigInt(one), fault: 'reordered' });
});

test('a line put in between is found, though its own hash is right', async () => {
  const [fourth, fifth] = [await lineAt(4), await lineAt(5)];
  const forged = { ...fifth, action: 'nothing', previousHash: fourth.hash };
  await tamper(
    database,
    'update audit_lines set seq = seq + 100 where seq > 4',
    'update audit_lines set seq = seq - 99 where seq > 100',
  );
  await database.asSystem((sql) => insertLine(sql, { ...forged, hash: hashOf(forged) }));
  expect(await verdict()).toMatchObject({ whole: false, seq: 6n });
});

test('a line put in the place of another is found at the one that followed that', async () => {
  const forged = { ...(await lineAt(5)), action: 'nothing' };
  await tamper(database, 'delete from audit_lines where seq = 5');
  await database.asSystem((sql) => insertLine(sql, { ...forged, hash: hashOf(forged) }));
  expect(await verdict()).toEqual({ whole: false, seq: 6n, fault: 'unlinked' });
});

test.each([
  ['before the first', 0n],
  ['long before the first', -(2n ** 63n)],
  ['with a number that is taken', 4n],
])('a line put in %s is found', async (_, seq) => {
  const copy = { ...(await lineAt(4)), seq };
  await tamper(
    database,
    'alter table audit_lines drop constraint audit_lines_pkey',
    'alter table audit_lines drop constraint audit_lines_seq_check',
  );
  await database.asSystem((sql) => insertLine(sql, copy));
  for (let pageSize = 1; pageSize <= 6; pageSize += 1)
    expect(await verdict({ pageSize })).toMatchObject({ whole: false, seq });
});

test('a log written anew from a line on is found by who noted a head, and by nobody else', async () => {
  const [fourth, ...rest] = (await lines()).slice(3);
  if (fourth === undefined) throw new Error('there is no line 4');
  const noted = await lineAt(7);
  await rewrite(fourth, ...rest.map((line) => (line.seq === 5n ? { ...line, action: 'nothing' } : line)));
  expect(await verdict()).toMatchObject({ whole: true, head: { seq: 9n } });
  expect(await verdict({ head: noted })).toEqual({ whole: false, seq: 7n, fault: 'rewritten' });
  expect(await verdict({ head: fourth })).toMatchObject({ whole: true });
});

test('of several lines that are wrong the first is named', async () => {
  await tamper(
    database,
    "update audit_lines set action = 'nothing' where seq in (3, 7)",
    'delete from audit_lines where seq = 5',
  );
  expect(await verdict()).toEqual({ whole: false, seq: 3n, fault: 'changed' });
});
