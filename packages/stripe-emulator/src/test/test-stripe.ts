import Stripe from 'stripe';
import { type Emulator, type EmulatorOptions, startEmulator } from '../index.ts';
import { eventsOf, openAccount } from './test-world.ts';

/** The real SDK, talking to an emulator of its own over the loopback. */
export interface TestStripe {
  readonly emulator: Emulator;
  readonly stripe: Stripe;
  /** Opens an account that takes payments, and returns the options that act on it. */
  openSeller(): { readonly stripeAccount: string };
  /** Lists the types of the events of an account, or of the platform, oldest first. */
  eventsOf(account?: string): readonly string[];
}

export async function startTestStripe(options: Partial<EmulatorOptions> = {}): Promise<TestStripe> {
  const emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:', ...options });
  // Noon on a Monday: two business days later it is Wednesday.
  emulator.control.setClock(new Date(Date.UTC(2026, 10, 23, 12)));
  const { hostname, port } = new URL(emulator.url);
  const stripe = new Stripe(emulator.secretKey, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const { world } = emulator;
  return {
    emulator,
    stripe,
    openSeller: () => ({ stripeAccount: openAccount(world).id }),
    eventsOf: (account = world.platform) => eventsOf(world, account),
  };
}

/** Returns the refusal that a call of the SDK comes to. */
export async function refusalOf(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Stripe.errors.StripeError) return error;
  throw new Error('It was not refused', { cause: error });
}
