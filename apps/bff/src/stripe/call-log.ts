import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Stripe } from 'stripe';

/** Is told of every answer of Stripe's. */
export type StripeLog = (answer: Stripe.ResponseEvent) => void;

const requestLog = new AsyncLocalStorage<FastifyBaseLogger>();

/**
 * Returns a log of Stripe's answers that writes each with the log of the request it was made for, so that our request id
 * and Stripe's stand in one line.
 */
export function createStripeLog(log: FastifyBaseLogger): StripeLog {
  return ({ method, path, status, request_id, account, elapsed }) => {
    const line = { stripeRequestId: request_id, method, path: pathOf(path), status, account, elapsedMs: elapsed };
    (requestLog.getStore() ?? log).info(line, 'stripe answered');
  };
}

/** Makes what is asked of Stripe during a request of this server be logged as part of that request. */
export function logStripeCallsOfRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => requestLog.run(request.log, done));
}

/** Queries can hold an e-mail address. */
function pathOf(path: string): string {
  return path.split('?', 1).join('');
}
