import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { freePort } from '../../../../scripts/free-port.ts';

/** The server as its own process, as it runs in production. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it wrote to standard error: for the operator. */
  errors(): string;
  /** Resolves when it has ended, with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  signal(signal: NodeJS.Signals): void;
  /** Resolves when it answers that it is ready; rejects when it ends instead. */
  ready(): Promise<void>;
}

const settings = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'info',
  STRIPE_SECRET_KEY: 'sk_test_1234567890',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1234567890',
  STRIPE_API_BASE: 'http://127.0.0.1:9',
  HOST: '127.0.0.1',
};

/** Starts the server on a free port; settings that are given replace those a test needs. */
export async function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = env['PORT'] ?? String(await freePort('127.0.0.1'));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../server.ts')], {
    env: { PATH: process.env['PATH'], ...settings, PORT: port, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  let hasEnded = false;
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      hasEnded = true;
      resolve(signal ?? code);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: child.pid ?? 0,
    errors: () => errors,
    ended,
    signal: (signal) => void child.kill(signal),
    ready: () =>
      vi
        .waitUntil(
          async () => {
            if (hasEnded) throw new Error(`The server ended: ${errors}`);
            return isReady(url);
          },
          { timeout: 20_000, interval: 25 },
        )
        .then(() => undefined),
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { headers: { connection: 'close' } })).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
