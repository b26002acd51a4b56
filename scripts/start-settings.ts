import { join, resolve } from 'node:path';

/** Where `start` runs what, and where its data is. */
export interface StartSettings {
  /** With Stripe keys; otherwise at a local Stripe. */
  readonly atStripe: boolean;
  readonly appPort: number;
  readonly stripePort: number;
  /** The reloading server's, while developing. */
  readonly devPort: number;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly logLevel: string;
}

const root = join(import.meta.dirname, '..');

/**
 * Reads the settings of `start`; an empty one counts as not set, as it does for the server.
 *
 * @throws {Error} with what cannot be used and the way out.
 */
export function startSettings(env: Readonly<Record<string, string | undefined>>, dev: boolean): StartSettings {
  const value = (name: string): string | undefined => env[name]?.trim() || undefined;
  const appPort = portFrom('PORT', value('PORT') ?? '3000');
  const atStripe = value('STRIPE_SECRET_KEY') !== undefined;
  if (!atStripe && value('DATABASE_URL') !== undefined) throw new Error(DATABASE_WITHOUT_KEYS);
  const dataDir = resolve(root, value('DATA_DIR') ?? '.data');
  const devPort = appPort + 1;
  return {
    atStripe,
    appPort,
    stripePort: portFrom('LOCAL_STRIPE_PORT', value('LOCAL_STRIPE_PORT') ?? '4242'),
    devPort,
    publicUrl: value('PUBLIC_URL') ?? `http://localhost:${dev ? devPort : appPort}`,
    // A folder of its own: a database of the local Stripe's accounts means nothing to Stripe, and half of it may be removed.
    dataDir: atStripe ? dataDir : join(dataDir, 'local-stripe'),
    logLevel: value('LOG_LEVEL') ?? (dev ? 'info' : 'warn'),
  };
}

const DATABASE_WITHOUT_KEYS =
  'DATABASE_URL is set, but no Stripe keys are. Demo data goes into a database of its own and never into yours: ' +
  'remove DATABASE_URL to run at the local Stripe, or set STRIPE_SECRET_KEY to run at Stripe.';

function portFrom(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
  throw new Error(`${name} must be a whole number from 1 to 65534, for example ${name}=3000.`);
}
