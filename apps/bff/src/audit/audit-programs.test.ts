import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { verifyAudit } from './index.ts';
import { append, seller, tamper } from './test/audit-log.ts';

const otherSeller = '00000000-0000-4000-8000-000000000021';

let database: TestDatabase;
let tampered: TestDatabase;
let head: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await append(database, 2);
  await append(database, 1, { subject: otherSeller, at: new Date('2026-11-25T00:00:00Z') });
  await append(database, 1, { at: new Date('2026-11-25T00:00:01Z') });
  const verdict = await verifyAudit(database);
  head = verdict.whole ? `4:${verdict.head.hash.toString('hex')}` : '';
  tampered = await createTestDatabase();
  await append(tampered, 3);
  await tamper(tampered, "update audit_lines set action = 'nothing' where seq = 2");
});
afterAll(async () => {
  await database.close();
  await tampered.close();
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without any of Stripe's keys. */
async function run(name: string, args: readonly string[], { url } = database): Promise<Ended> {
  const program = join(import.meta.dirname, `../${name}.ts`);
  const env = { PATH: process.env['PATH'], DATABASE_URL: url };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [program, ...args], { env })) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
    throw error;
  }
}

async function exported(...args: readonly string[]): Promise<unknown[]> {
  const { code, stdout } = await run('export-audit', args);
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}

test('the operator’s program says that the log is whole, and what to note', async () => {
  const said = { code: 0, stdout: `The audit log is whole. Lines: 4\nHead: ${head}\n`, stderr: '' };
  expect(await run('verify-audit', [])).toEqual(said);
  expect(await run('verify-audit', ['--head', head])).toEqual(said);
});

test('it says what is wrong, and its exit code says so too', async () => {
  expect(await run('verify-audit', [], tampered)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The audit log is not whole. Line 2 was changed: its hash is not that of what it says.\n',
  });
});

test.each([
  [`5:${'0'.repeat(64)}`, 'Line 5 is missing, and so is what came after it'],
  [`4:${'0'.repeat(64)}`, 'Line 4 is not the line that was noted'],
  ['4', '--head must be what an earlier check of the audit log printed'],
])('a head that does not fit (%s) is wrong', async (noted, sentence) => {
  const { code, stdout, stderr } = await run('verify-audit', ['--head', noted]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(sentence);
});

test('the whole log is exported, a line each', async () => {
  const lines = await exported();
  expect(lines).toHaveLength(4);
  expect(lines[3]).toMatchObject({ seq: 4, at: '2026-11-25T00:00:01.000000Z', subject: seller, hash: head.slice(2) });
});

test('what happened since a moment is exported alone, and what is about a seller', async () => {
  expect(await exported('--since', '2026-11-25')).toMatchObject([{ seq: 3 }, { seq: 4 }]);
  expect(await exported('--seller', seller)).toMatchObject([{ seq: 1 }, { seq: 2 }, { seq: 4 }]);
  expect(await exported('--seller', otherSeller, '--since', '2026-11-25T00:00:00.001Z')).toEqual([]);
});

test.each([
  ['export-audit', ['--since', 'yesterday'], '--since must be a date'],
  ['export-audit', ['--seller', 'ada'], '--seller must be the id of a seller'],
  ['export-audit', ['--form', 'xml'], "Unknown option '--form'"],
  ['verify-audit', ['4'], "Unexpected argument '4'"],
  ['verify-audit', ['--head'], "'--head <value>' argument missing"],
])('%s %j is answered with one sentence', async (name, args, sentence) => {
  const { code, stdout, stderr } = await run(name, args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
