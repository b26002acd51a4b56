/**
 * Runs the product on this machine. Without Stripe keys it runs at a local Stripe with demo data; with keys in `.env` it
 * runs at Stripe. `--dev` reloads what is changed; `--no-env-file` reads no `.env`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import type { Child } from './child-process.ts';
import { demo, ensureDemoData, removeHalfMadeData } from './demo-data.ts';
import { demoStaffUrl } from './demo-staff.ts';
import { startDevServer } from './dev-server.ts';
import { requirePort } from './free-port.ts';
import { createProgress, type Progress } from './progress.ts';
import { type Stack, type StackOptions, startServer, startStack } from './stack.ts';
import { type StartSettings, startSettings } from './start-settings.ts';

const dev = process.argv.includes('--dev');
const envFile = join(import.meta.dirname, '../.env');
if (existsSync(envFile) && !process.argv.includes('--no-env-file')) process.loadEnvFile(envFile);

const show = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const running: { stop(): Promise<void> }[] = [];
let announced = false;
let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));

try {
  await run(startSettings(process.env, dev), createProgress(process.stdout));
} catch (error) {
  if (stopping === undefined) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await stop(1);
  }
}

async function run(settings: StartSettings, progress: Progress): Promise<void> {
  await requirePort('localhost', settings.appPort, 'PORT');
  if (dev) await requirePort('localhost', settings.devPort, 'PORT');
  mkdirSync(settings.dataDir, { recursive: true });
  // While developing too: the reloading server takes the page's configuration from the built one.
  await progress.step('Browser part built', buildWeb);
  const runs = settings.atStripe ? runAtStripe : runAtLocalStripe;
  const { server, words } = await runs(settings, progress);
  show(words);
  announced = true;
  const code = await server.ended;
  if (stopping === undefined) throw new Error(`The server ended with code ${code}:\n${server.lastLines()}`);
}

interface Started {
  readonly server: Child;
  /** What to do with it. */
  readonly words: string;
}

async function runAtStripe(settings: StartSettings, progress: Progress): Promise<Started> {
  const own = { PUBLIC_URL: settings.publicUrl };
  const server = await progress.step('Server started', () => startServer(options(settings), own));
  running.push(server);
  await startReloading(settings, progress);
  return { server, words: atStripe(settings) };
}

async function runAtLocalStripe(settings: StartSettings, progress: Progress): Promise<Started> {
  const { dataDir, stripePort } = settings;
  await requirePort('127.0.0.1', stripePort, 'LOCAL_STRIPE_PORT');
  removeHalfMadeData(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const stack: Stack = await progress.step('Local Stripe, database and server started', () =>
    startStack(options(settings)),
  );
  running.push(stack);
  await startReloading(settings, progress);
  await ensureDemoData(stack, dataDir, progress);
  return { server: stack.server, words: atLocalStripe(settings, await demoStaffUrl(stack)) };
}

/** Before the demo data, which is made at the address the pages have. */
async function startReloading({ devPort, appPort }: StartSettings, progress: Progress): Promise<void> {
  if (dev) running.push(await progress.step('Reloading server started', () => startDevServer(devPort, appPort)));
}

function options({ dataDir, appPort, publicUrl, stripePort, logLevel }: StartSettings): StackOptions {
  return {
    dataDir,
    appPort,
    publicUrl,
    stripePort,
    nodeArgs: dev ? ['--watch', '--watch-preserve-output'] : [],
    env: { LOG_LEVEL: logLevel },
    // While demo data is made nobody wants to read a line for each of its requests.
    onOutput: (text) => {
      if (announced) process.stdout.write(text);
    },
  };
}

async function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const part of running.toReversed()) await part.stop();
  })();
  await stopping;
  process.exit(code);
}

function atLocalStripe({ publicUrl, stripePort, appPort, dataDir }: StartSettings, staffUrl: string): string {
  return `
  Sellerdesk     ${publicUrl}
  Sign in as     ${demo.email}
  Password       ${demo.password}
  Support        ${staffUrl}

  Local Stripe   http://127.0.0.1:${stripePort}   (instead of stripe.com; no keys, no network)
  API reference  http://localhost:${appPort}/api/docs
  Data           ${dataDir}   (delete it to begin anew)

  Ctrl-C stops everything.
`;
}

function atStripe({ publicUrl, appPort }: StartSettings): string {
  return `
  Sellerdesk     ${publicUrl}   (at Stripe, with the keys in .env)
  API reference  http://localhost:${appPort}/api/docs

  Ctrl-C stops everything.
`;
}
