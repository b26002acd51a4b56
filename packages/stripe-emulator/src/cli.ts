#!/usr/bin/env node
import { HELP, readCommandLine, type Wish } from './command-line.ts';
import { CannotStart, type Emulator, startEmulator } from './index.ts';

type Start = Extract<Wish, { kind: 'start' }>;

const wish = readCommandLine(process.argv.slice(2));

if (wish.kind === 'help') process.stdout.write(HELP);
else if (wish.kind === 'refusal') refuse(wish.words);
else await start(wish);

async function start({ warning, restrictedKey, ...options }: Start): Promise<void> {
  if (warning !== undefined) process.stderr.write(`Warning: ${warning}\n`);
  try {
    const emulator = await startEmulator(options);
    greet(emulator, restrictedKey);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    refuse(error.message);
  }
}

function greet({ url, secretKey, publishableKey, control }: Emulator, restrictedKey: Start['restrictedKey']): void {
  const lines = [`Stripe emulator   ${url}`, `Secret key        ${secretKey}`, `Publishable key   ${publishableKey}`];
  if (restrictedKey !== undefined) lines.push(`Restricted key    ${control.createRestrictedKey(restrictedKey)}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function refuse(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
