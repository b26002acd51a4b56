import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKeyed } from './idempotency.ts';
import { StripeError } from './stripe-error.ts';

/**
 * Holds each idempotency key from the moment its request is there until it is answered or its connection is gone: whoever comes
 * with the same key meanwhile is refused. It must be there before what makes requests wait.
 */
export function holdKeys(app: FastifyInstance): void {
  const holders = new Map<string, FastifyRequest>();
  const release = (request: FastifyRequest): void => {
    const key = scopedKeyOf(request);
    if (key !== undefined && holders.get(key) === request) holders.delete(key);
  };
  app.addHook('onRequest', async (request, reply: FastifyReply) => {
    const key = scopedKeyOf(request);
    if (key === undefined) return;
    if (holders.has(key)) throw inUse(String(request.headers['idempotency-key']));
    holders.set(key, request);
    reply.raw.once('close', () => {
      release(request);
    });
  });
  app.addHook('onSend', async (request) => {
    release(request);
  });
}

/** Two accounts may use the same key. */
function scopedKeyOf({ method, url, headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || !/^\/v[12]\//u.test(url) || !isKeyed(method, url)) return undefined;
  return `${String(headers['stripe-account'] ?? headers['stripe-context'] ?? '')} ${key}`;
}

function inUse(key: string): StripeError {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new StripeError(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message }, true);
}
