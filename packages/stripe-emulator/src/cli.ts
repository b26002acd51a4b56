#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startEmulator } from './index.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4242' },
    host: { type: 'string', default: '127.0.0.1' },
    database: { type: 'string', default: ':memory:' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write('stripe-emulator [--port 4242] [--host 127.0.0.1] [--database file]\n');
} else {
  const emulator = await startEmulator({ host: values.host, port: Number(values.port), database: values.database });
  process.stdout.write(
    `Local Stripe   ${emulator.url}\nSecret key     ${emulator.secretKey}\nPublishable    ${emulator.publishableKey}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
}
