import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A response, and the type of the SDK that it must satisfy. */
export interface Shown {
  readonly endpoint: string;
  readonly type: string;
  readonly answer: unknown;
}

const PACKAGE = join(import.meta.dirname, '..');
const COMPILER = join(PACKAGE, '../../node_modules/.bin/tsc');

/**
 * Writes each response down as a literal of its type and compiles them. Fields too many and fields too few both fail.
 * Returns the compiler's complaints, each with the endpoint it is about.
 */
export async function complaintsAbout(shown: readonly Shown[]): Promise<readonly string[]> {
  const parent = join(PACKAGE, 'node_modules/.conformance');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'run-'));
  try {
    await writeFile(join(folder, 'responses.ts'), [PRELUDE, ...shown.map(literalOf), ''].join('\n'));
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    return complaintsIn(await compile(folder), shown);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const PRELUDE =
  "import type Stripe from 'stripe'; declare const code: never; declare function decimal(text: string): Stripe.Decimal;";
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2024',
    module: 'nodenext',
    types: ['node'],
    typeRoots: [join(PACKAGE, '../../node_modules/@types')],
  },
  files: ['responses.ts'],
};

/** One line for each response: the line's number tells which one a complaint is about. */
function literalOf({ type, answer }: Shown, index: number): string {
  return `export const answer${index}: ${type} = ${written(answer)};`;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // The SDK's decimals are the only objects in a response that write themselves as text.
  if ('toJSON' in value) return `decimal(${JSON.stringify(value)})`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{ ${fields.map(([name, field]) => `${JSON.stringify(name)}: ${writtenField(name, field)}`).join(', ')} }`;
}

function writtenField(name: string, field: unknown): string {
  // What the SDK adds to an answer is code; it is there or not, and of its own type.
  if (typeof field === 'function') return 'code';
  // Inside events the SDK leaves decimals as text, although it promises otherwise.
  if (typeof field === 'string' && name.endsWith('_decimal')) return `decimal(${JSON.stringify(field)})`;
  return written(field);
}

async function compile(folder: string): Promise<string> {
  try {
    await promisify(execFile)(COMPILER, ['-p', folder, '--pretty', 'false']);
    return '';
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

function complaintsIn(output: string, shown: readonly Shown[]): readonly string[] {
  return output
    .split('\n')
    .filter((line) => line.includes('error TS'))
    .map((line) => {
      const number = Number(/responses\.ts\((?<line>\d+),/u.exec(line)?.groups?.['line'] ?? 0);
      const about = shown[number - 2];
      return about === undefined ? line : `${about.endpoint} as ${about.type}: ${line.replace(/^.*?error /u, '')}`;
    });
}
