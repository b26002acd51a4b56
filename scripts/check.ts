/**
 * Checks everything that can be checked without running the product: types, lint, format, arrows, dead code. Runs every
 * check even when one fails, so that one run tells all there is to mend.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const members = [
  'packages/money',
  'packages/contract',
  'packages/stripe-emulator',
  'apps/bff',
  'apps/web',
  'e2e',
  'scripts',
];

const checks: readonly Check[] = [
  ...members.map((member) => ({ name: `types of ${member}`, command: 'tsc', args: ['-p', member] })),
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'] },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'arrows', command: 'depcruise', args: ['apps', 'packages', 'scripts', 'e2e'] },
  { name: 'dead code and dependencies', command: 'knip', args: [] },
];

if (!existsSync('node_modules/.bin/tsc')) {
  console.error('Nothing is installed yet. Run `npx pnpm@12 install` first.');
  process.exit(1);
}

const failed = checks.filter((check) => !passes(check));
for (const { name, command, args } of failed) console.error(`failed: ${name}  (${command} ${args.join(' ')})`);
process.exitCode = failed.length === 0 ? 0 : 1;

function passes({ name, command, args }: Check): boolean {
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, args, { encoding: 'utf8' });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
}
