/**
 * The product on this machine, at a local Stripe instead of Stripe: what `start` runs and what the browser tests run
 * against. Product code knows nothing of it; it gets addresses and keys as it would get Stripe's.
 */
import { join } from 'node:path';
import Stripe from 'stripe';
import { type Emulator, startEmulator } from 'stripe-emulator';
import { answering, type Child, startChild } from './child-process.ts';

export interface StackOptions {
  /** Where both keep their data. */
  readonly dataDir: string;
  readonly appPort: number;
  /** Where the browser finds the product when that is not the server itself. */
  readonly publicUrl?: string;
  /** 0 lets the system choose. */
  readonly stripePort: number;
  /** More settings of the server, or others. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of Node before the server's file. */
  readonly nodeArgs?: readonly string[];
  readonly onOutput?: (text: string) => void;
}

export interface Stack {
  readonly appUrl: string;
  /** Where both keep their data. */
  readonly dataDir: string;
  readonly localStripe: Emulator;
  readonly server: Child;
  stop(): Promise<void>;
}

/** Starts the local Stripe, tells it where our webhooks are, and starts the server; all are up when it resolves. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const database = join(options.dataDir, 'stripe.sqlite');
  const localStripe = await startEmulator({
    host: '127.0.0.1',
    port: options.stripePort,
    database,
    platformName: process.env['PLATFORM_NAME'] || 'Sellerdesk',
  });
  const appUrl = options.publicUrl ?? `http://localhost:${options.appPort}`;
  try {
    const secrets = await registerWebhooks(localStripe, `http://localhost:${options.appPort}`);
    const server = await startServer(options, { ...stripeSettings(localStripe), ...secrets, PUBLIC_URL: appUrl });
    return { appUrl, dataDir: options.dataDir, localStripe, server, stop: () => stopped(server, localStripe) };
  } catch (error) {
    await localStripe.close();
    throw error;
  }
}

/**
 * Starts the server and waits until it is ready.
 *
 * @throws {Error} with the server's own words when it ends instead.
 */
export async function startServer(
  { dataDir, appPort, env, nodeArgs = [], onOutput }: Omit<StackOptions, 'stripePort'>,
  settings: Readonly<Record<string, string>>,
): Promise<Child> {
  // What it says before it is ready is why it ends, and stands in that error.
  let ready = false;
  const server = startChild([...nodeArgs, 'apps/bff/src/server.ts'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(appPort), ...settings, ...env },
    cwd: join(import.meta.dirname, '..'),
    onOutput: (text) => {
      if (ready) onOutput?.(text);
    },
  });
  try {
    await answering(`http://localhost:${appPort}/readyz`, server);
    ready = true;
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The settings that point the server at a local Stripe. */
export function stripeSettings({ url, secretKey, publishableKey }: Emulator): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_API_BASE: url,
    STRIPE_CONNECT_JS_URL: `${url}/v1.0/connect.js`,
    STRIPE_DASHBOARD_URL: `${url}/dashboard`,
  };
}

/** Returns a client of the real SDK for the local Stripe's platform. */
export function sdkFor({ url, secretKey }: Pick<Emulator, 'url' | 'secretKey'>): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(secretKey, { host: hostname, port, protocol: 'http', telemetry: false });
}

/** Registers our webhooks as a platform does in Stripe's Dashboard, in place of those of an earlier start. */
async function registerWebhooks(localStripe: Emulator, serverUrl: string): Promise<Record<string, string>> {
  const stripe = sdkFor(localStripe);
  for await (const { id } of stripe.webhookEndpoints.list()) await stripe.webhookEndpoints.del(id);
  for await (const { id } of stripe.v2.core.eventDestinations.list()) await stripe.v2.core.eventDestinations.del(id);
  const platformUrl = `${serverUrl}/webhooks/stripe/platform`;
  const [platform, connect, thin] = await Promise.all([
    stripe.webhookEndpoints.create({ url: platformUrl, enabled_events: ['*'], connect: false }),
    stripe.webhookEndpoints.create({
      url: `${serverUrl}/webhooks/stripe/connect`,
      enabled_events: ['*'],
      connect: true,
    }),
    stripe.v2.core.eventDestinations.create({
      name: 'Sellerdesk, accounts',
      type: 'webhook_endpoint',
      event_payload: 'thin',
      enabled_events: ['*'],
      events_from: ['@self'],
      webhook_endpoint: { url: platformUrl },
      include: ['webhook_endpoint.signing_secret'],
    }),
  ]);
  const thinSecret = thin.webhook_endpoint?.signing_secret;
  return {
    STRIPE_WEBHOOK_SECRETS_PLATFORM: [platform.secret, thinSecret].filter((secret) => secret !== undefined).join(','),
    STRIPE_WEBHOOK_SECRETS_CONNECT: connect.secret ?? '',
  };
}

async function stopped(server: Child, localStripe: Emulator): Promise<void> {
  await server.stop();
  await localStripe.close();
}
