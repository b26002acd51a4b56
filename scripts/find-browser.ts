import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';

/** A way to get a browser; gives nothing when this machine does not have it. */
interface Source {
  readonly name: string;
  find(): Promise<string | undefined> | string | undefined;
}

/** A browser that a package brings, or says where it would be. */
interface Packaged {
  executablePath(): Promise<string> | string;
}

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

// Dependencies of the browser tests, not of the root.
const requireFromTests = createRequire(new URL('../e2e/package.json', import.meta.url));

const sources: readonly Source[] = [
  { name: '$CHROME_PATH', find: fromEnvironment },
  { name: "Playwright's own Chromium", find: fromPlaywright },
  { name: 'Chromium or Chrome of this system', find: () => systemPaths.find(isExecutable) },
  { name: 'the npm package @sparticuz/chromium', find: fromNpmPackage },
  { name: 'apt-get install chromium (as root on Debian or Ubuntu)', find: fromApt },
];

/**
 * Returns the path of a Chromium or Chrome: the first of {@link sources} that has one.
 *
 * @throws {Error} with what to do when there is none; browser tests are never skipped for want of a browser.
 */
export async function findBrowser(report: (line: string) => void): Promise<string> {
  for (const source of sources) {
    const path = await source.find();
    if (path === undefined) continue;
    report(`Browser: ${path} (${source.name})`);
    return path;
  }
  const tried = sources.map(({ name }) => `  - ${name}`).join('\n');
  throw new Error(
    `No browser was found. Install Chromium or Chrome, or set CHROME_PATH to one, and run this again. Tried:\n${tried}`,
  );
}

function fromEnvironment(): string | undefined {
  const path = process.env['CHROME_PATH'];
  if (path === undefined || path === '') return undefined;
  if (!isExecutable(path)) throw new Error(`CHROME_PATH is ${path}, which is not a program that can be run.`);
  return path;
}

async function fromPlaywright(): Promise<string | undefined> {
  const { chromium }: { chromium: Packaged } = requireFromTests('@playwright/test');
  const path = await chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}

/** Its default arguments are never used: they switch off the web security that the tests are about. */
async function fromNpmPackage(): Promise<string | undefined> {
  if (platform() !== 'linux' || arch() !== 'x64') return undefined;
  try {
    const entry = requireFromTests.resolve('@sparticuz/chromium');
    const { default: chromium }: { default: Packaged } = await import(entry);
    const path = await chromium.executablePath();
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore' });
    return path;
  } catch (error) {
    console.error(`@sparticuz/chromium cannot be used here: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function fromApt(): string | undefined {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  } catch (error) {
    console.error(`apt-get could not install chromium: ${error instanceof Error ? error.message : String(error)}`);
  }
  return systemPaths.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
