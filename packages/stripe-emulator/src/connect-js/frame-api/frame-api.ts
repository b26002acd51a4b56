import type { FastifyInstance, FastifyReply } from 'fastify';
import type { World } from '../../world/world.ts';
import { actions } from './actions.ts';
import { askedBy } from './asked.ts';
import { questions } from './questions.ts';
import { notAllowed, notFound, refusalOf } from './refusal.ts';
import { REVISION_HEADER, revisionOf } from './revision.ts';

/** Answers the frames: what they ask and what they do, as far as the account session of their page allows. */
export function registerFrameApi(app: FastifyInstance, world: World): void {
  void app.register(async (scope) => answerFrames(scope, world), { prefix: '/v1.0/frame-api' });
}

function answerFrames(app: FastifyInstance, world: World): void {
  app.setErrorHandler((error, _, reply) => refuse(reply, error));
  app.setNotFoundHandler((_, reply) => refuse(reply, notFound('no_such_address')));

  for (const [path, { components, answer }] of Object.entries(questions)) {
    app.get(`/${path}`, (request, reply) => {
      const asked = askedBy(world, request, components);
      return send(reply.header(REVISION_HEADER, revisionOf(asked)), answer(asked));
    });
  }

  for (const [path, { components, feature, run }] of Object.entries(actions)) {
    app.post(`/${path}`, (request, reply) => {
      const asked = askedBy(world, request, components);
      if (feature !== undefined && !asked.may(feature)) {
        throw notAllowed('feature_not_allowed', feature.replaceAll('_', ' '));
      }
      return send(
        reply,
        world.store.transaction(() => run(asked)),
      );
    });
  }
}

function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const { status, body } = refusalOf(error);
  return send(reply.status(status), body);
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply.headers({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).send(body);
}
