// Runs a script of this folder once it is sure that it can run. Plain JavaScript, because without an install the only
// Node there is may be too old to read TypeScript.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [script, ...args] = process.argv.slice(2);
const major = Number(process.versions.node.split('.')[0]);

if (!existsSync('node_modules/.pnpm') || major < 24) {
  console.error(
    'The installation is not complete, so nothing was started. Look above for what went wrong with it\n' +
      '(often: no network, a proxy, or a full disk), then run `npx pnpm@12 install` and try again.',
  );
  process.exit(1);
}

process.argv = [process.argv[0] ?? 'node', script ?? '', ...args];
await import(pathToFileURL(script ?? '').href);
