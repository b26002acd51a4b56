import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case, Props } from './case.ts';
import { cases } from './cases/index.ts';
import { coverage, coverageTable } from './coverage.ts';
import { complaintsAbout, type Shown } from './literals.ts';
import { openProps } from './props.ts';

let props: Props;
let complaints: readonly string[];

beforeAll(async () => {
  props = await openProps();
  complaints = await complaintsAbout([...(await playAll()), ...PROBES]);
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

const LINK = { object: 'account_link', created: 1, expires_at: 2, url: 'https://example.com' };
const { url: _, ...SHORT_LINK } = LINK;

/** What nobody answered: compiled with the answers, because starting the compiler is what takes long. */
const PROBES: readonly Shown[] = [
  { endpoint: 'right', type: 'Stripe.AccountLink', answer: LINK },
  { endpoint: 'long', type: 'Stripe.AccountLink', answer: { ...LINK, surplus: true } },
  { endpoint: 'short', type: 'Stripe.AccountLink', answer: SHORT_LINK },
];

function isAboutProbe(complaint: string): boolean {
  return PROBES.some(({ endpoint }) => endpoint === subjectOf(complaint));
}

function subjectOf(complaint: string): string {
  return complaint.split(' ', 1)[0] ?? '';
}

function patternOf(endpoint: string): RegExp {
  return new RegExp(`^${endpoint.replaceAll(/:\w+/gu, '[^/]+')}$`, 'u');
}

test('every response is of the type that the SDK promises', () => {
  expect(complaints.filter((complaint) => !isAboutProbe(complaint))).toEqual([]);
});

test('a field too many and a field too few are both found', () => {
  expect(complaints.filter(isAboutProbe).map(subjectOf)).toEqual(['long', 'short']);
});

test('no endpoint is left out but those that no type is published of', () => {
  expect(Array.from(coverage()).filter(([, state]) => state === 'no')).toEqual([]);
});

test('the README says what is shown', async () => {
  const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toContain(coverageTable());
});
