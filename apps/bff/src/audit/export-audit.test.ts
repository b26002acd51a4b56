import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { exportAudit } from './index.ts';
import { append, tamper } from './test/audit-log.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await append(database, 5);
});
afterAll(() => database.close());

async function exported(pageSize?: number): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const line of exportAudit(database, pageSize === undefined ? {} : { pageSize }))
    lines.push(JSON.parse(line));
  return lines;
}

test.each([1, 2, 5, 6])('each line is exported once when %i are held at a time', async (pageSize) => {
  expect(await exported(pageSize)).toMatchObject([1, 2, 3, 4, 5].map((seq) => ({ seq })));
});

test('a line that was tampered with is exported as it stands', async () => {
  await tamper(database, `update audit_lines set at = 'infinity', details = '{"list": [1]}' where seq = 2`);
  expect((await exported())[1]).toMatchObject({ seq: 2, at: 'infinity', details: { list: [1] } });
});
