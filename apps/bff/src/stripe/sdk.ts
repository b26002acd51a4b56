import http from 'node:http';
import https from 'node:https';
import { Stripe } from 'stripe';
import type { StripeAccess } from '../config.ts';
import type { StripeLog } from './call-log.ts';

/** Reads are repeated once; writes are not, because whoever asked for one decides what its silence means. */
export const READ = { timeout: 8000, maxNetworkRetries: 1 } as const;
export const WRITE = { timeout: 25_000, maxNetworkRetries: 0 } as const;

/** The SDK's client and how to let go of its connections. */
export interface Sdk {
  readonly stripe: Stripe;
  close(): void;
}

/** Returns the one client of a mode: its kept connections are what makes a call take one round trip. */
export function createSdk({ secretKey, apiBase }: StripeAccess, log: StripeLog): Sdk {
  const { protocol, hostname, port } = new URL(apiBase);
  const isPlain = protocol === 'http:';
  const agent = new (isPlain ? http : https).Agent({ keepAlive: true, maxSockets: 256 });
  const stripe = new Stripe(secretKey, {
    protocol: isPlain ? 'http' : 'https',
    host: hostname,
    ...(port !== '' && { port }),
    httpAgent: agent,
    telemetry: false,
    ...WRITE,
  });
  stripe.on('response', log);
  return { stripe, close: () => agent.destroy() };
}
