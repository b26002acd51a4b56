import { Stripe } from 'stripe';
import type { Emulator } from 'stripe-emulator';

/** Returns the SDK as the platform or, with an account, as one that acts for it: to see what Stripe has. */
export function stripeAs({ url, secretKey }: Emulator, stripeAccount?: string): Stripe {
  const { hostname: host, port } = new URL(url);
  return new Stripe(secretKey, {
    host,
    port,
    protocol: 'http',
    telemetry: false,
    ...(stripeAccount !== undefined && { stripeAccount }),
  });
}
