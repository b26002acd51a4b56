import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../http/problem.ts';
import { enqueue } from '../jobs/index.ts';
import type { Services } from '../services.ts';
import { APPLY_EVENT } from './apply-event.ts';
import { insertEvent } from './event-store.ts';
import { eventFromBody, type ReceivedEvent, type Scope } from './received-event.ts';
import { isSigned } from './signature.ts';

/** Events carry whole objects. */
const bodyLimit = 1024 * 1024;

/**
 * Serves the addresses that Stripe announces to. What is not signed goes no further; what is, is stored once and committed
 * before it is answered, since Stripe forgets what was answered.
 */
export async function receiveEvents(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const name of ['platform', 'connect'] as const)
      scope.post(`/webhooks/stripe/${name}`, { bodyLimit, schema: { hide: true } }, async (request, reply) => {
        await storeEvent(services, name, signedEvent(services, name, request));
        return reply.code(200).send();
      });
  });
}

/** @throws {Problem} `validation_failed` */
function signedEvent({ config, now }: Services, scope: Scope, { body, headers }: FastifyRequest): ReceivedEvent {
  const header = headers['stripe-signature'];
  const secrets = config.stripe.webhookSecrets[scope];
  const isTheirs =
    Buffer.isBuffer(body) && typeof header === 'string' && isSigned({ body, header, secrets, now: now() });
  const event = isTheirs ? eventFromBody(body) : undefined;
  if (event === undefined) {
    const detail = isTheirs ? 'This is not an event.' : 'The signature does not fit the body, or is not of now.';
    throw problem('validation_failed', { detail });
  }
  return event;
}

async function storeEvent({ database, now, log }: Services, scope: Scope, event: ReceivedEvent): Promise<void> {
  const { eventId, type, account } = event;
  const isNew = await database.asSystem(async (sql) => {
    const stored = await insertEvent(sql, { ...event, scope, receivedAt: now() });
    if (stored) await enqueue(sql, { name: APPLY_EVENT, id: eventId });
    return stored;
  });
  log.debug({ eventId, type, account, scope, isNew }, 'an event was received');
}
