import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnerPool, type Sql, type SqlValue } from '../database/index.ts';
import { createTestDatabase, type TestDatabase } from '../test/test-database.ts';
import { consoleReads, readAsSeller, sevensId } from './test/console-reads.ts';
import { analyze, fillSellers } from './test/fill-sellers.ts';

/** Enough for reading a whole table or index to cost more than what is allowed. */
const sellers = 20_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const owner = openOwnerPool(database.url, 1);
  await fillSellers(owner.pool, 0, sellers);
  await analyze(owner.pool);
  await owner.close();
});
afterAll(() => database.close());

/** As much of a plan as tells how much it reads. */
interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  /** Pages of 8 KiB that were read, by the parts below as well. */
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** Has every statement planned and run, and keeps how. */
function explaining(sql: Sql, plans: Plan[]): Sql {
  return async <Row extends object>(text: TemplateStringsArray, ...values: readonly SqlValue[]): Promise<Row[]> => {
    const [first = '', ...rest] = text;
    const explained = [`explain (analyze, buffers, format json) ${first}`, ...rest];
    const [row] = await sql<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
      Object.assign(explained, { raw: explained }),
      ...values,
    );
    for (const { Plan: plan } of row?.['QUERY PLAN'] ?? []) plans.push(plan);
    return sql<Row>(text, ...values);
  };
}

const partsOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap((part) => partsOf(part))];

test.each(Object.entries(consoleReads))(
  '%s is read by an index, and little more than what is shown',
  async (what, read) => {
    const plans: Plan[] = [];
    const explained = (sql: Sql): Promise<unknown> => read(explaining(sql, plans));
    await (readAsSeller.has(what) ? database.asSeller(sevensId, explained) : database.asSystem(explained));
    const parts = plans.flatMap((plan) => partsOf(plan));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.map((part) => part['Node Type'])).not.toContain('Seq Scan');
    const rows = parts.map((part) => part['Actual Rows'] + (part['Rows Removed by Filter'] ?? 0));
    expect(Math.max(...rows)).toBeLessThanOrEqual(50);
    const pages = plans.map((plan) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
    expect(Math.max(...pages)).toBeLessThanOrEqual(80);
  },
);
