import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { freePort } from '../scripts/free-port.ts';
import { type Stack, startStack } from '../scripts/stack.ts';

if (process.env['CHROME_PATH'] === undefined)
  throw new Error('Run the browser tests with `pnpm e2e`: it finds a browser first.');

interface TestFixtures {
  /** Messages the page may write as errors; every other one fails the test. */
  readonly allowedErrors: RegExp[];
  readonly noUnexpectedErrors: undefined;
}

interface WorkerFixtures {
  /** The product and a local Stripe of this worker's own, with empty data. */
  readonly stack: Stack;
}

export { expect };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  stack: [
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sellerdesk-e2e-'));
      const appPort = await freePort('localhost');
      const stack = await startStack({ dataDir, appPort, stripePort: 0, env: { LOG_LEVEL: 'warn' } });
      await use(stack);
      const withOurCookie = stack.localStripe.control.requests().filter(({ cookie }) => cookie?.includes('__Host-'));
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
      // The session belongs to our own origin: nothing Stripe serves may ever see it.
      expect(withOurCookie).toEqual([]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ stack }, use) => {
    await use(stack.appUrl);
  },

  allowedErrors: async ({}, use) => {
    await use([]);
  },

  noUnexpectedErrors: [
    async ({ context, allowedErrors }, use) => {
      const errors: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('weberror', (error) => {
        errors.push(error.error().message);
      });
      await use(undefined);
      expect(errors.filter((error) => !allowedErrors.some((allowed) => allowed.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
});
