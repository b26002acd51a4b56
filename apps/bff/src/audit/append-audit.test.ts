import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../database/index.ts';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { appendAudit, type AuditEntry, verifyAudit } from './index.ts';
import { append, asOwner, entryOf, seller, tamper } from './test/audit-log.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

async function seqs(): Promise<bigint[]> {
  const rows = await database.asSystem((sql) => sql<{ seq: bigint }>`select seq from audit_lines order by seq`);
  return rows.map(({ seq }) => seq);
}

test('lines are numbered from one', async () => {
  await append(database, 3);
  expect(await seqs()).toEqual([1n, 2n, 3n]);
});

test('several lines of one transaction follow each other', async () => {
  await database.asSystem(async (sql) => {
    await appendAudit(sql, entryOf());
    await appendAudit(sql, entryOf());
  });
  expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 2n } });
});

test('what is rolled back leaves neither a line nor a gap', async () => {
  await append(database, 1);
  const failing = database.asSystem(async (sql) => {
    await sql`insert into recent_attempts values ('act', '{}', now())`;
    await appendAudit(sql, entryOf());
    throw new Error('half way');
  });
  await expect(failing).rejects.toThrow('half way');
  await append(database, 1);
  expect(await database.asSystem((sql) => sql`select * from recent_attempts`)).toEqual([]);
  expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 2n } });
});

test('a line that cannot be added takes what was done with it', async () => {
  const failing = database.asSystem(async (sql) => {
    await sql`insert into recent_attempts values ('act', '{}', now())`;
    await appendAudit(sql, entryOf({ action: 'No action' }));
  });
  await expect(failing).rejects.toMatchObject({ constraint: 'audit_lines_action_check' });
  expect(await database.asSystem((sql) => sql`select * from recent_attempts`)).toEqual([]);
});

test('two hundred lines added at once by two instances make one chain', async () => {
  // Those who wait for a connection must not give up because the machine is busy with other tests.
  const [one, other] = [openDatabase(database.url, { waitMs: 60_000 }), openDatabase(database.url, { waitMs: 60_000 })];
  const instances = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? one : other));
  await Promise.all(instances.map((instance) => append(instance, 1)));
  await Promise.all([one.close(), other.close()]);
  expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 200n } });
});

test('a transaction that saw an older log than there is fails, and forks nothing', async () => {
  const stale = database.asSystem(async (sql) => {
    await sql`set transaction isolation level repeatable read`;
    await sql`select from audit_lines`;
    await append(database, 1);
    await appendAudit(sql, entryOf());
  });
  await expect(stale).rejects.toMatchObject({ code: '23505' });
  expect(await seqs()).toEqual([1n]);
});

test.each<[string, Partial<AuditEntry>]>([
  ['quotes, lines, control characters and DEL', { details: { text: '"\\/\n\r\t\b\f\u0001\u001F\u007F\u2028' } }],
  ['characters beyond the first 65,536, combined or not', { details: { text: '🏺 é e\u0301 \uFFFD' } }],
  ['keys in another order than PostgreSQL keeps', { details: { zz: 'a', b: 'b', aaa: 'c', ü: 'd', Z: 'e' } }],
  ['numbers as text', { details: { amountMinor: '9007199254740993', rate: '1.0' } }],
  ['empty and nothing', { details: { empty: '', nothing: null, not: false }, requestId: '' }],
  ['no details', { details: {} }],
  ['an act of the operator about nobody', { actor: 'operator', subject: null, supportViewId: null, requestId: null }],
  ['an act of a seller', { actor: `seller:${seller}` }],
  ['a moment on the second', { at: new Date('2026-11-24T12:00:00Z') }],
  ['a moment in summer, close to midnight', { at: new Date('2026-06-30T23:59:59.999Z') }],
])('%s is read again as it was hashed, whatever the session’s settings', async (_, details) => {
  await append(database, 1, details);
  const settings = [
    "timezone = 'Asia/Kolkata'",
    "datestyle = 'German'",
    'extra_float_digits = 0',
    "bytea_output = 'escape'",
  ];
  const name = new URL(database.url).pathname.slice(1);
  await asOwner(database, ...settings.map((setting) => `alter database ${name} set ${setting}`));
  const strange = database.openAgain();
  await append(strange, 1, details);
  expect(await verifyAudit(strange)).toMatchObject({ whole: true, head: { seq: 2n } });
  expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 2n } });
  await strange.close();
});

test.each<[string, Partial<AuditEntry>]>([
  ['a subject in upper case', { subject: 'ABCDEF00-0000-4000-8000-000000000000' }],
  ['a support view in upper case', { supportViewId: 'ABCDEF00-0000-4000-8000-000000000000' }],
  ['half a character', { requestId: '\uD800' }],
])('%s is refused, for it would look changed ever after', async (_, details) => {
  await expect(append(database, 1, details)).rejects.toThrow('the audit log cannot hold this entry as it is');
  expect(await seqs()).toEqual([]);
});

test.each<[string, Partial<AuditEntry>]>([
  ['an actor who is nobody', { actor: 'staff:' }],
  ['an action that is a sentence', { action: 'Support view started' }],
  ['details that are long', { details: { text: 'x'.repeat(4000) } }],
  ['a moment long past', { at: new Date(0) }],
  ['a request id that is long', { requestId: 'x'.repeat(101) }],
])('PostgreSQL refuses %s', async (_, details) => {
  await expect(append(database, 1, details)).rejects.toMatchObject({ code: '23514' });
});

test('a log that was tampered with goes on, and stays wrong', async () => {
  await append(database, 1);
  await tamper(database, "update audit_lines set action = 'nothing'");
  await append(database, 1);
  expect(await verifyAudit(database)).toEqual({ whole: false, seq: 1n, fault: 'changed' });
});
