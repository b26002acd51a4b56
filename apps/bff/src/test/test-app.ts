import { type Emulator, startEmulator } from 'stripe-emulator';
import { type BareTestApp, startBareTestApp, type TestAppOptions } from './bare-test-app.ts';
import { freePort } from '../../../../scripts/free-port.ts';
import { registerWebhooks } from './test-webhooks.ts';

/** The server with a Stripe of its own, which sends it webhooks. */
export interface TestApp extends BareTestApp {
  readonly emulator: Emulator;
}

/** Starts the server with a Stripe in this process: the real SDK and real webhooks over the wire. */
export async function startTestApp({ env = {}, now }: TestAppOptions = {}): Promise<TestApp> {
  const emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  try {
    const port = await freePort('127.0.0.1');
    const secrets = await registerWebhooks(emulator, `http://127.0.0.1:${port}`);
    const bare = await startBareTestApp({
      env: { ...settingsFor(emulator), ...secrets, ...env },
      ...(now && { now }),
    });
    await bare.app.listen({ host: '127.0.0.1', port });
    return { ...bare, emulator, close: () => closeBoth(bare, emulator) };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

async function closeBoth(bare: BareTestApp, emulator: Emulator): Promise<void> {
  await bare.close();
  await emulator.close();
}

export function settingsFor({ url, secretKey, publishableKey }: Emulator): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_API_BASE: url,
    STRIPE_CONNECT_JS_URL: `${url}/v1.0/connect.js`,
    STRIPE_DASHBOARD_URL: `${url}/dashboard`,
  };
}
