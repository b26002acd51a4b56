import type { FastifyInstance } from 'fastify';
import { StripeError } from '../wire/stripe-error.ts';
import { isUnreadable } from '../wire/unreadable.ts';
import type { Parts } from './deed.ts';
import { describeDeeds, doDeed } from './deeds/index.ts';
import { accountsView, deliveriesView } from './views.ts';

/** Lets a developer see the world and do to it what a test does; pages of other sites cannot. */
export function serveControl(app: FastifyInstance, parts: Parts): void {
  app.setErrorHandler((error, _, reply) => {
    const known = error instanceof StripeError ? error.body : { type: 'api_error', message: messageOf(error) };
    return reply.status(isUnreadable(error) ? error.statusCode : 400).send({ error: known });
  });
  app.get('/_emulator/requests', () => ({ requests: parts.recorder.requests() }));
  app.get('/_emulator/deliveries', () => deliveriesView(parts.world));
  app.get('/_emulator/accounts', () => accountsView(parts.world));
  app.get('/_emulator/deeds', () => ({ deeds: describeDeeds() }));
  app.post<{ Params: { name: string } }>('/_emulator/:name', async ({ params, body, headers }, reply) => {
    if (headers.origin !== undefined || headers['content-type']?.startsWith('application/json') !== true)
      return reply
        .status(403)
        .send({ error: { type: 'invalid_request_error', message: 'Programs only, and in JSON.' } });
    const sent: object = typeof body === 'object' && body !== null ? body : {};
    return (await doDeed(parts, params.name, Object.fromEntries(Object.entries(sent)))) ?? reply.callNotFound();
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
