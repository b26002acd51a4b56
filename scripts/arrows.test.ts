import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config, { forbidden } from '../.dependency-cruiser.mjs';

interface Planted {
  readonly rule: string;
  /** The file in which the forbidden import is planted. */
  readonly from: string;
  /** The file or package that it must not import. */
  readonly to: string;
}

const planted: readonly Planted[] = [
  { rule: 'no-circles', from: 'packages/money/src/a.ts', to: 'packages/money/src/b.ts' },
  { rule: 'money-imports-nothing', from: 'packages/money/src/x.ts', to: 'packages/contract/src/index.ts' },
  { rule: 'contract-imports-money-and-schemas-only', from: 'packages/contract/src/x.ts', to: 'fastify' },
  {
    rule: 'emulator-imports-nothing-of-ours',
    from: 'packages/stripe-emulator/src/x.ts',
    to: 'packages/money/src/y.ts',
  },
  { rule: 'emulator-takes-only-types-from-stripe', from: 'packages/stripe-emulator/src/s.ts', to: 'stripe' },
  {
    rule: 'shipped-code-knows-no-emulator-and-no-test',
    from: 'apps/bff/src/charges/x.ts',
    to: 'packages/stripe-emulator/src/y.ts',
  },
  { rule: 'web-and-bff-meet-in-the-contract', from: 'apps/web/src/lib/x.ts', to: 'apps/bff/src/app.ts' },
  {
    rule: 'web-features-do-not-import-app',
    from: 'apps/web/src/features/payments/x.ts',
    to: 'apps/web/src/app/shell.ts',
  },
  {
    rule: 'web-features-meet-only-in-app',
    from: 'apps/web/src/features/payments/y.ts',
    to: 'apps/web/src/features/payouts/y.ts',
  },
  {
    rule: 'web-connect-ui-lib-are-below-features',
    from: 'apps/web/src/ui/x.ts',
    to: 'apps/web/src/features/home/x.ts',
  },
  { rule: 'web-ui-knows-no-business', from: 'apps/web/src/ui/y.ts', to: 'apps/web/src/lib/y.ts' },
  {
    rule: 'web-connect-is-the-only-door-to-connect-js',
    from: 'apps/web/src/features/payments/z.ts',
    to: '@stripe/connect-js',
  },
  { rule: 'bff-stripe-is-the-only-door-to-the-sdk', from: 'apps/bff/src/charges/y.ts', to: 'stripe' },
  { rule: 'bff-database-is-the-only-door-to-postgres', from: 'apps/bff/src/charges/z.ts', to: 'pg' },
  {
    rule: 'bff-oidc-is-the-only-door-to-identity-providers',
    from: 'apps/bff/src/staff/x.ts',
    to: 'openid-client',
  },
  { rule: 'bff-foundation-knows-no-word', from: 'apps/bff/src/stripe/x.ts', to: 'apps/bff/src/charges/index.ts' },
  {
    rule: 'bff-words-use-front-doors',
    from: 'apps/bff/src/charges/w.ts',
    to: 'apps/bff/src/webhooks/webhook-store.ts',
  },
];

const packages = ['fastify', 'stripe', 'pg', 'openid-client', '@stripe/connect-js'];
let root: string;
let result: ICruiseResult;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'arrows-'));
  for (const name of packages) write(`node_modules/${name}/index.js`, 'export default 1;\n');
  for (const { to } of planted) if (!packages.includes(to)) write(to, 'export default 1;\n');
  for (const { from, to } of planted)
    write(from, `import planted from '${specifier(from, to)}';\nexport default planted;\n`);
  write('packages/money/src/b.ts', "import planted from './a.ts';\nexport default planted;\n");
  cpSync('package.json', join(root, 'package.json'));
  const { output } = await cruise(['apps', 'packages'], {
    ...config.options,
    ruleSet: { forbidden },
    validate: true,
    baseDir: root,
  });
  if (typeof output === 'string') throw new TypeError(output);
  result = output;
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

test('every arrow has a planted violation', () => {
  expect(planted.map(({ rule }) => rule)).toEqual(forbidden.map(({ name }) => name));
});

test.each(planted)('$rule catches $from → $to, and is no mere warning', ({ rule, from }) => {
  const errors = result.summary.violations.filter((violation) => violation.rule.severity === 'error');
  const caught = errors.filter((violation) => violation.rule.name === rule);
  expect(caught.map((violation) => violation.from)).toContain(from);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function specifier(from: string, to: string): string {
  return packages.includes(to) ? to : `${'../'.repeat(from.split('/').length - 1)}${to}`;
}
