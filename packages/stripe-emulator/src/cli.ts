#!/usr/bin/env node
import { HELP, readCommandLine } from './command-line.ts';
import { startEmulator } from './index.ts';

const wish = readCommandLine(process.argv.slice(2));

if (wish.kind === 'help') {
  process.stdout.write(HELP);
} else if (wish.kind === 'refusal') {
  process.stderr.write(`${wish.words}\n`);
  process.exitCode = 1;
} else {
  const { kind: _, warning, restrictedKey, ...options } = wish;
  if (warning !== undefined) process.stderr.write(`Warning: ${warning}\n`);
  const emulator = await startEmulator(options);
  process.stdout.write(
    `Stripe emulator   ${emulator.url}\nSecret key        ${emulator.secretKey}\nPublishable key   ${emulator.publishableKey}\n`,
  );
  if (restrictedKey !== undefined)
    process.stdout.write(`Restricted key    ${emulator.control.createRestrictedKey(restrictedKey)}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
}
