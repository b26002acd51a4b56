import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const requireFromTests = createRequire(new URL('../e2e/package.json', import.meta.url));

test('the browser package is installed, whatever Node began the installation', () => {
  expect(requireFromTests.resolve('@sparticuz/chromium')).toContain('chromium');
});

test('packages are chosen for the Node that everything runs on', () => {
  const settings = readFileSync(new URL('../pnpm-workspace.yaml', import.meta.url), 'utf8');
  expect(settings).toContain(`nodeVersion: ${process.versions.node}\n`);
});
