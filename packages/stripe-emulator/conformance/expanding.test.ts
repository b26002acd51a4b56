import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Props } from './case.ts';
import { cases } from './cases/index.ts';
import { expandableFields } from './expandable.ts';
import { openProps } from './props.ts';

let props: Props;

beforeAll(async () => {
  props = await openProps();
}, 120_000);

afterAll(() => props.close());

const EXPANDABLE = expandableFields();
const DEEPEST = 4;
/** Its payment method is attached by a case that is no GET. */
const AFTER_ANOTHER = 'GET /v1/customers/:id/payment_methods/:method';

test('every id that can be expanded by the SDK’s types is replaced by its object, in lists too', async () => {
  const replaced = new Set<string>();
  const left = new Set<string>();
  for (const [endpoint, , run] of cases.filter(([name]) => name.startsWith('GET /v1/') && name !== AFTER_ANOTHER)) {
    const before = await run(props);
    const request = props.last();
    for (const field of fieldsOf(before)) {
      const after = await expanded(request, field);
      if (textsAt(before, field).length === 0) continue;
      if (textsAt(after, field).length === 0) replaced.add(nameOf(before, field));
      else left.add(`${endpoint} ${field}`);
    }
  }
  expect([...left]).toEqual([]);
  // This test cannot pass by doing nothing.
  expect(replaced.size).toBeGreaterThan(30);
}, 120_000);

/** The fields of an answer, or of what it lists, that can be expanded: those of parts that are not there are left out. */
function fieldsOf(answer: unknown): readonly string[] {
  const fields = ['', 'data.'].flatMap((prefix) =>
    valuesAt(answer, prefix === '' ? [] : ['data']).flatMap((item) =>
      (EXPANDABLE.get(String(fieldOf(item, 'object'))) ?? [])
        .filter((path) =>
          valuesAt(item, path.split('.').slice(0, -1)).some((part) => typeof part === 'object' && part !== null),
        )
        .map((path) => `${prefix}${path}`),
    ),
  );
  return Array.from(new Set(fields)).filter((path) => path.split('.').length <= DEEPEST);
}

/** Asks the same again, with a field expanded. */
function expanded({ path, query, account }: ReturnType<Props['last']>, field: string): Promise<unknown> {
  const on = account === undefined ? {} : { stripeAccount: account };
  return props.stripe.rawRequest('GET', `${path}?${query}&expand[99]=${field}`, undefined, on);
}

function textsAt(answer: unknown, field: string): readonly unknown[] {
  return valuesAt(answer, field.split('.')).filter((value) => typeof value === 'string');
}

function nameOf(answer: unknown, field: string): string {
  if (!field.startsWith('data.')) return `${String(fieldOf(answer, 'object'))}.${field}`;
  return `${String(fieldOf(valuesAt(answer, ['data'])[0], 'object'))}.${field.slice('data.'.length)}`;
}

/** What lies at a path: several values where it leads through a list. */
function valuesAt(from: unknown, [step, ...rest]: readonly string[]): readonly unknown[] {
  if (Array.isArray(from)) return from.flatMap((item) => valuesAt(item, step === undefined ? [] : [step, ...rest]));
  return step === undefined ? [from] : valuesAt(fieldOf(from, step), rest);
}

function fieldOf(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null
    ? Object.entries(from).find(([key]) => key === name)?.[1]
    : undefined;
}
