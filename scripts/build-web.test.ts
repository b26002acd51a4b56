import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sources } from './build-web.ts';

const root = join(import.meta.dirname, '..');

test.each([
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/build/precompress.ts',
  'apps/web/src/main.tsx',
  'packages/money/src/index.ts',
])('a change of %s is built', async (path) => {
  expect(await Array.fromAsync(glob(sources, { cwd: root }))).toContain(path);
});
