import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
const world = join(folder, 'world.sqlite');
const noDatabase = join(folder, 'letter.txt');
const taken = createServer();
let running: Emulator;

beforeAll(async () => {
  writeFileSync(noDatabase, 'Dear reader, '.repeat(500));
  running = await startEmulator({ host: '127.0.0.1', port: 0, database: world });
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  taken.close();
  await running.close();
  rmSync(folder, { recursive: true });
});

/** Starts the program, which is to end by itself. */
async function run(...args: string[]): Promise<{ code: number | null; said: string; printed: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args]);
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [code, said, printed] = await Promise.all([exit, text(child.stderr), text(child.stdout)]);
  return { code, said, printed };
}

const portTaken = (): string => {
  const address = taken.address();
  return typeof address === 'object' && address !== null ? String(address.port) : '';
};

test.each([
  ['an option that there is not', () => ['--bogus'], /^Unknown option '--bogus'/u],
  ['a port that is taken', () => ['--port', portTaken()], /^Port \d+ is taken: another emulator may run already/u],
  [
    'a folder that is missing',
    () => ['--port', '0', '--database', join(folder, 'no/world.sqlite')],
    /no\/world\.sqlite cannot be opened as a database: /u,
  ],
  ['a file that is no database', () => ['--port', '0', '--database', noDatabase], /letter\.txt cannot be opened/u],
  [
    'another emulator on the same file',
    () => ['--port', '0', '--database', world],
    /^Another emulator.* holds .*world/u,
  ],
  ['an address of nobody here', () => ['--host', '192.0.2.1', '--expose'], /It cannot listen on 192\.0\.2\.1/u],
])('%s ends it with a sentence and no trace of the code', async (_, args, words) => {
  const { code, said, printed } = await run(...args());
  expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at /mu);
  expect([code, printed]).toEqual([1, '']);
});

test('it says what it is for', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, printed: expect.stringContaining('--database') });
});
