/**
 * Runs the product on this machine. Without Stripe keys it runs at a local Stripe with demo data; with keys in `.env` it
 * runs at Stripe. `--dev` reloads what is changed.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWeb } from './build-web.ts';
import type { Child } from './child-process.ts';
import { demo, ensureDemoData, removeHalfMadeData } from './demo-data.ts';
import { startDevServer } from './dev-server.ts';
import { requirePort } from './free-port.ts';
import { createProgress, type Progress } from './progress.ts';
import { type Stack, type StackOptions, startServer, startStack } from './stack.ts';

const dev = process.argv.includes('--dev');
const envFile = join(import.meta.dirname, '../.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

const appPort = Number(process.env['PORT'] ?? 3000);
const stripePort = Number(process.env['LOCAL_STRIPE_PORT'] ?? 4242);
const devPort = appPort + 1;
const dataDir = resolve(process.env['DATA_DIR'] ?? join(import.meta.dirname, '../.data'));
const publicUrl = process.env['PUBLIC_URL'] ?? `http://localhost:${dev ? devPort : appPort}`;
const show = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const running: { stop(): Promise<void> }[] = [];
let announced = false;
let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));

try {
  await run(createProgress(process.stdout));
} catch (error) {
  if (stopping === undefined) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await stop(1);
  }
}

async function run(progress: Progress): Promise<void> {
  await requirePort('localhost', appPort, 'PORT');
  mkdirSync(dataDir, { recursive: true });
  // While developing too: the reloading server takes the page's configuration from the built one.
  await progress.step('Browser part built', buildWeb);
  const withKeys = (process.env['STRIPE_SECRET_KEY'] ?? '') !== '';
  const server = withKeys ? await runAtStripe(progress) : await runAtLocalStripe(progress);
  show(withKeys ? atStripe() : atLocalStripe());
  announced = true;
  const code = await server.ended;
  if (stopping === undefined) throw new Error(`The server ended with code ${code}:\n${server.lastLines()}`);
}

async function runAtStripe(progress: Progress): Promise<Child> {
  const server = await progress.step('Server started', () => startServer(options(), { PUBLIC_URL: publicUrl }));
  running.push(server);
  await startReloading(progress);
  return server;
}

async function runAtLocalStripe(progress: Progress): Promise<Child> {
  await requirePort('127.0.0.1', stripePort, 'LOCAL_STRIPE_PORT');
  removeHalfMadeData(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const stack: Stack = await progress.step('Local Stripe, database and server started', () => startStack(options()));
  running.push(stack);
  await startReloading(progress);
  await ensureDemoData(stack, dataDir, progress);
  return stack.server;
}

/** Before the demo data, which is made at the address the pages have. */
async function startReloading(progress: Progress): Promise<void> {
  if (dev) running.push(await progress.step('Reloading server started', () => startDevServer(devPort, appPort)));
}

function options(): StackOptions {
  return {
    dataDir,
    appPort,
    publicUrl,
    stripePort,
    nodeArgs: dev ? ['--watch', '--watch-preserve-output'] : [],
    env: { LOG_LEVEL: process.env['LOG_LEVEL'] ?? (dev ? 'info' : 'warn') },
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

function atLocalStripe(): string {
  return `
  Sellerdesk     ${publicUrl}
  Sign in as     ${demo.email}
  Password       ${demo.password}

  Local Stripe   http://127.0.0.1:${stripePort}   (instead of stripe.com; no keys, no network)
  API reference  http://localhost:${appPort}/api/docs
  Data           ${dataDir}   (delete it to begin anew)

  Ctrl-C stops everything.
`;
}

function atStripe(): string {
  return `
  Sellerdesk     ${publicUrl}   (at Stripe, with the keys in .env)
  API reference  http://localhost:${appPort}/api/docs

  Ctrl-C stops everything.
`;
}
