import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Stripe's own host of connect.js: a browser may be told that it is this machine, and nobody else can tell it so. */
const STRIPES_HOST = 'connect-js.stripe.com';

/** Tells whether an address is this machine's own and nobody else's. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/u.test(host);
}

export interface Reach {
  /** The address the emulator listens on. */
  readonly listensOn: string;
  /** Where others find it, where that was told. */
  readonly url: string | undefined;
}

/**
 * Refuses requests to other hosts. A site can have its own name lead to this machine, and a browser takes what answers
 * there for that site: it would read everything, keys included.
 */
export function refuseOtherHosts(app: FastifyInstance, reach: Reach): void {
  app.addHook('onRequest', async ({ headers }, reply) => {
    const name = nameIn(headers.host);
    if (isOurs(name, reach)) return undefined;
    const message = `The emulator is not called '${name}'. Where others find it under that name, it is started with --url.`;
    return reply.status(421).send({ error: { type: 'invalid_request_error', message } });
  });
}

function isOurs(name: string, { listensOn, url }: Reach): boolean {
  if (isLoopback(name) || name === STRIPES_HOST) return true;
  if (url !== undefined && name === new URL(url).hostname) return true;
  // A number leads where it says and can be nobody's trick; nobody but this machine can be asked for otherwise.
  return !isLoopback(listensOn) && isIP(name.replace(/^\[(.*)\]$/u, '$1')) !== 0;
}

/** Reads the name of a Host header, without its port and as browsers write it. */
function nameIn(host = ''): string {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}
