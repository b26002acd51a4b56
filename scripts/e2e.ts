/** Runs the browser tests on the production build. Arguments go to Playwright: `pnpm e2e journeys/charge.spec.ts`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import { findBrowser } from './find-browser.ts';

const e2e = join(import.meta.dirname, '../e2e');
const report = (line: string): void => {
  console.log(line);
};

try {
  const browser = await findBrowser(report);
  if (await buildWeb()) report('Built the browser part.');
  const playwright = spawn(
    process.execPath,
    [join(e2e, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
    {
      cwd: e2e,
      stdio: 'inherit',
      env: { ...process.env, CHROME_PATH: browser },
    },
  );
  process.exitCode = await new Promise<number>((resolve) => {
    playwright.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
