import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const shipped = [
  'apps',
  'packages/contract',
  'packages/money',
  ':!**/*.test.*',
  ':!**/test/**',
  ':!**/vitest.*',
  ':!**/package.json',
];

/** Lists the lines of tracked and new files, outside tests, that hold a word. */
function linesWith(word: string): string[] {
  try {
    const found = execFileSync('git', ['grep', '-I', '-i', '--untracked', '-n', word, '--', ...shipped], { cwd: root });
    return found.toString().trim().split('\n');
  } catch (error) {
    // git says 1 when there is nothing to be found.
    if (error instanceof Error && 'status' in error && error.status === 1) return [];
    throw error;
  }
}

test('what is shipped knows nothing of the local Stripe', () => {
  expect(linesWith('emulator')).toEqual([]);
});

test('the search finds what there is', () => {
  expect(linesWith('Stripe').length).toBeGreaterThan(20);
});
