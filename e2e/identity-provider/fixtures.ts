import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIdentityProvider, type TestIdentityProvider } from '../../apps/bff/src/test/identity-provider.ts';
import { oidcSettings } from '../../apps/bff/src/test/round-trip.ts';
import { freePort } from '../../scripts/free-port.ts';
import { startStack } from '../../scripts/stack.ts';
import { test as base } from '../fixtures.ts';

/** The product with an identity provider, which is another site: the one is at localhost, the other at 127.0.0.1. */
export const test = base.extend<object, { readonly port: number; readonly provider: TestIdentityProvider }>({
  port: [
    async ({}, use) => {
      await use(await freePort('localhost'));
    },
    { scope: 'worker' },
  ],
  provider: [
    async ({ port }, use) => {
      const provider = await startIdentityProvider(
        ['staff', 'sellers'].map((side) => `http://localhost:${port}/auth/${side}/callback`),
      );
      await use(provider);
      await provider.close();
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ port, provider }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sellerdesk-oidc-'));
      const env = {
        LOG_LEVEL: 'warn',
        ...oidcSettings('staff', provider),
        ...oidcSettings('sellers', provider),
      };
      const stack = await startStack({ dataDir, appPort: port, stripePort: 0, env });
      await use(stack);
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
