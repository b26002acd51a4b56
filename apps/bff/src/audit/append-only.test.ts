import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { verifyAudit } from './index.ts';
import { append, asOwner, seller } from './test/audit-log.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await append(database, 3);
});
afterAll(() => database.close());

const changes = [
  "update audit_lines set action = 'nothing' where seq = 2",
  'update audit_lines set seq = seq where false',
  'delete from audit_lines where seq = 3',
  'truncate audit_lines',
  `insert into audit_lines select * from audit_lines where seq = 1
    on conflict (seq) do update set action = 'nothing'`,
  `merge into audit_lines using (select 2::bigint as two) as other on seq = two
    when matched then delete`,
];

const statement = (text: string): TemplateStringsArray => Object.assign([text], { raw: [text] });

test.each(changes)('the system may not: %s', async (text) => {
  const changing = database.asSystem((sql) => sql(statement(text)));
  await expect(changing).rejects.toThrow('permission denied for table audit_lines');
});

test.each([...changes, 'select * from audit_lines', 'insert into audit_lines default values'])(
  'a seller may not: %s',
  async (text) => {
    const changing = database.asSeller(seller, (sql) => sql(statement(text)));
    await expect(changing).rejects.toThrow('permission denied for table audit_lines');
  },
);

test.each(changes)('the owner may not either: %s', async (text) => {
  await expect(asOwner(database, text)).rejects.toThrow('audit lines are only ever added');
});

test('nothing that is removed elsewhere removes a line', async () => {
  const rows = await database.asSystem(
    (sql) => sql`select conname from pg_constraint where conrelid = 'audit_lines'::regclass and contype = 'f'`,
  );
  expect(rows).toEqual([]);
});

test('all of that has changed nothing', async () => {
  expect(await verifyAudit(database)).toMatchObject({ whole: true, head: { seq: 3n } });
});
