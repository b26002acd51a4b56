import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Problem, problem } from '../http/problem.ts';
import type { Mode } from '../config.ts';
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
        await storeEvent(services, { scope: name, ...signedEvent(services, name, request) });
        return reply.code(200).send();
      });
  });
}

/** An event with the mode whose secret signed it. */
interface SignedEvent extends ReceivedEvent {
  readonly signedMode: Mode;
}

/** @throws {Problem} `validation_failed` */
function signedEvent({ config, now }: Services, scope: Scope, { body, headers }: FastifyRequest): SignedEvent {
  const header = headers['stripe-signature'];
  if (!Buffer.isBuffer(body) || typeof header !== 'string') throw notSigned();
  const signedMode = (['live', 'test'] as const).find((mode) => {
    const secrets = config.stripe.access[mode]?.webhookSecrets[scope] ?? [];
    return isSigned({ body, header, secrets, now: now() });
  });
  if (signedMode === undefined) throw notSigned();
  const event = eventFromBody(body);
  if (event === undefined) throw problem('validation_failed', { detail: 'This is not an event.' });
  return { ...event, signedMode };
}

function notSigned(): Problem {
  return problem('validation_failed', { detail: 'The signature does not fit the body, or is not of now.' });
}

async function storeEvent(
  { database, now, log }: Services,
  event: SignedEvent & { readonly scope: Scope },
): Promise<void> {
  const { eventId, type, account, scope } = event;
  const isNew = await database.asSystem(async (sql) => {
    const stored = await insertEvent(sql, { ...event, receivedAt: now() });
    if (stored) await enqueue(sql, { name: APPLY_EVENT, id: eventId });
    return stored;
  });
  log.debug({ eventId, type, account, scope, isNew }, 'an event was received');
}
