import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case, Props } from './case.ts';
import { cases } from './cases/index.ts';
import { coverage, coverageTable } from './coverage.ts';
import { complaintsAbout, type Shown } from './literals.ts';
import { openProps } from './props.ts';

let props: Props;
let shown: readonly Shown[];

beforeAll(async () => {
  props = await openProps();
  shown = await playAll();
}, 120_000);

afterAll(() => props.close());

async function playAll(): Promise<readonly Shown[]> {
  const answers: Shown[] = [];
  for (const one of cases) answers.push(await play(one));
  return answers;
}

async function play([endpoint, type, run]: Case): Promise<Shown> {
  const answer = await run(props).catch((error: unknown) => {
    throw new Error(`${endpoint} was refused`, { cause: error });
  });
  const { method, path } = props.last();
  expect(`${method} ${path}`).toMatch(patternOf(endpoint));
  return { endpoint, type, answer };
}

function patternOf(endpoint: string): RegExp {
  return new RegExp(`^${endpoint.replaceAll(/:\w+/gu, '[^/]+')}$`, 'u');
}

test('every response is of the type that the SDK promises', async () => {
  expect(await complaintsAbout(shown)).toEqual([]);
}, 120_000);

test('a field too many and a field too few are both found', async () => {
  const link = { object: 'account_link', created: 1, expires_at: 2, url: 'https://example.com' };
  const { url: _, ...short } = link;
  const complaints = await complaintsAbout([
    { endpoint: 'right', type: 'Stripe.AccountLink', answer: link },
    { endpoint: 'long', type: 'Stripe.AccountLink', answer: { ...link, surplus: true } },
    { endpoint: 'short', type: 'Stripe.AccountLink', answer: short },
  ]);
  expect(complaints.map((complaint) => complaint.split(' ', 1)[0])).toEqual(['long', 'short']);
}, 120_000);

test('no endpoint is left out but those that no type is published of', () => {
  expect(Array.from(coverage()).filter(([, state]) => state === 'no')).toEqual([]);
});

test('the README says what is shown', async () => {
  const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toContain(coverageTable());
});
