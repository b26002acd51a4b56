import { type Emulator, startEmulator } from 'stripe-emulator';
import { requireMode } from '../database/index.ts';
import { freePort } from '../../../../scripts/free-port.ts';
import { type BareTestApp, startBareTestApp } from './bare-test-app.ts';
import { registerWebhooks } from './test-webhooks.ts';

/** The server with live keys and test keys beside them, each for a Stripe of its own. */
export interface TwoModeApp extends BareTestApp {
  readonly live: Emulator;
  readonly test: Emulator;
}

/** Starts the server in live mode with test keys beside, and without them when told. */
export async function startTwoModeApp({ withTestKeys = true } = {}): Promise<TwoModeApp> {
  const own = { host: '127.0.0.1', port: 0, database: ':memory:' };
  const [live, test] = await Promise.all([startEmulator({ ...own, livemode: true }), startEmulator(own)]);
  const port = await freePort('127.0.0.1');
  const serverUrl = `http://127.0.0.1:${port}`;
  const testSecrets = Object.entries(await registerWebhooks(test, serverUrl));
  const testSettings = {
    STRIPE_TEST_SECRET_KEY: test.secretKey,
    STRIPE_TEST_PUBLISHABLE_KEY: test.publishableKey,
    ...Object.fromEntries(testSecrets.map(([name, secret]) => [name.replace('STRIPE_', 'STRIPE_TEST_'), secret])),
  };
  const bare = await startBareTestApp({
    env: {
      NODE_ENV: 'production',
      MODE: 'live',
      PUBLIC_URL: 'https://sell.example',
      STRIPE_API_BASE: 'https://api.stripe.com',
      STRIPE_SECRET_KEY: live.secretKey,
      STRIPE_PUBLISHABLE_KEY: live.publishableKey,
      ...(await registerWebhooks(live, serverUrl)),
      ...(withTestKeys && testSettings),
    },
    // The settings refuse live keys anywhere but at Stripe.
    configure: ({ stripe, ...config }) => {
      const { access } = stripe;
      const at = {
        ...(access.live && { live: { ...access.live, apiBase: live.url } }),
        ...(access.test && { test: { ...access.test, apiBase: test.url } }),
      };
      return { ...config, stripe: { ...stripe, access: at } };
    },
  });
  await requireMode(bare.database, 'live');
  await bare.app.listen({ host: '127.0.0.1', port });
  return {
    ...bare,
    live,
    test,
    close: async () => {
      await bare.close();
      await Promise.all([live.close(), test.close()]);
    },
  };
}
