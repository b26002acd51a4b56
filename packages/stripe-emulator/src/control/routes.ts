import type { FastifyInstance } from 'fastify';
import { StripeError } from '../wire/stripe-error.ts';
import { isUnreadable } from '../wire/unreadable.ts';
import type { Control } from './control.ts';
import { deedNames, doDeed } from './deeds.ts';

/** Lets a developer do to the world what a test does; pages of other sites cannot. */
export function serveControl(app: FastifyInstance, control: () => Control): void {
  app.setErrorHandler((error, _, reply) => {
    const known = error instanceof StripeError ? error.body : { type: 'api_error', message: messageOf(error) };
    return reply.status(isUnreadable(error) ? error.statusCode : 400).send({ error: known });
  });
  app.get('/_emulator/requests', () => ({ requests: control().requests() }));
  app.get('/_emulator/deeds', () => ({ deeds: deedNames }));
  app.post<{ Params: { name: string } }>('/_emulator/:name', async ({ params, body, headers }, reply) => {
    if (headers.origin !== undefined || headers['content-type']?.startsWith('application/json') !== true)
      return reply
        .status(403)
        .send({ error: { type: 'invalid_request_error', message: 'Programs only, and in JSON.' } });
    const sent: object = typeof body === 'object' && body !== null ? body : {};
    return doDeed(control(), params.name, Object.fromEntries(Object.entries(sent))) ?? reply.callNotFound();
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
