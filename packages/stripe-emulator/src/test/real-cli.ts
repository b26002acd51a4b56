import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../index.ts';

/** How one call of the CLI ended. */
export interface CliAnswer {
  readonly code: number | null;
  readonly output: string;
}

/** The real Stripe CLI, with settings of its own, pointed at an emulator. */
export interface RealCli {
  run(...args: readonly string[]): Promise<CliAnswer>;
  /** Starts `listen`; resolves with its output so far as soon as it is ready. */
  listen(...args: readonly string[]): Promise<{ readonly output: () => string; readonly stop: () => Promise<void> }>;
  /** Removes its settings. */
  remove(): void;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const MOST_SECONDS = 20;

export function realCli({ url, secretKey }: Pick<Emulator, 'secretKey' | 'url'>): RealCli {
  const binary = binaryOfThisPlatform();
  const home = mkdtempSync(join(tmpdir(), 'stripe-cli-'));
  const env = { PATH: process.env['PATH'], HOME: home, XDG_CONFIG_HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: '1' };
  const start = (args: readonly string[]): Child =>
    spawn(binary, [...args, '--api-base', url, '--api-key', secretKey], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: MOST_SECONDS * 1000,
    });
  return {
    run: async (...args) => {
      const child = start(args);
      const ended = exitOf(child);
      const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
      return { code: await ended, output: `${out}${err}` };
    },
    listen: async (...args) => {
      const child = start(['listen', '--skip-update', ...args]);
      const ended = exitOf(child);
      let output = '';
      await new Promise<void>((resolve, reject) => {
        const hear = (chunk: Buffer): void => {
          output += chunk.toString();
          if (output.includes('Ready!')) resolve();
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        child.once('close', () => {
          reject(new Error(`stripe listen ended: ${output}`));
        });
      });
      const stop = async (): Promise<void> => {
        child.kill();
        await ended;
      };
      return { output: () => output, stop };
    },
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function exitOf(child: Child): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
}

function binaryOfThisPlatform(): string {
  const cli = fileURLToPath(import.meta.resolve('@stripe/cli/package.json'));
  const name = `@stripe/cli-${process.platform}-${process.arch}`;
  try {
    const home = dirname(createRequire(cli).resolve(`${name}/package.json`));
    return join(home, 'bin', process.platform === 'win32' ? 'stripe.exe' : 'stripe');
  } catch (cause) {
    throw new Error(
      `These tests run the real Stripe CLI, and ${name} is not installed: install with optional packages.`,
      {
        cause,
      },
    );
  }
}
