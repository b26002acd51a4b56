import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { sources } from './build-web.ts';

test.each([
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/build/precompress.ts',
  'apps/web/src/main.tsx',
  'packages/money/src/index.ts',
])('a change of %s is built', (path) => {
  expect(sources.some((pattern) => matchesGlob(path, pattern))).toBe(true);
});

test('a change of a test of the server is not', () => {
  expect(sources.some((pattern) => matchesGlob('apps/bff/src/app.test.ts', pattern))).toBe(false);
});
