import type { FastifyInstance } from 'fastify';
import { problem } from './problem.ts';

/**
 * Refuses at once, while this many requests are being answered, what would only make all of them slower. Whoever asks
 * whether the process lives is always answered.
 *
 * @throws {Problem} `unavailable`
 */
export function shedLoad(app: FastifyInstance, mostAtOnce = 500): void {
  let answering = 0;
  app.addHook('onRequest', async (request) => {
    answering += 1;
    if (answering > mostAtOnce && request.url !== '/livez') throw problem('unavailable', { retryAfterSeconds: 1 });
  });
  // Runs once for each request, also when the client went away before its answer.
  app.addHook('onResponse', async () => {
    answering -= 1;
  });
}
