import type { Endpoint, ReplyOf } from '@sellerdesk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Mode } from '../config.ts';
import { problem } from './problem.ts';

/** Who is calling, found out from the session and never from what was sent. */
export interface Principal {
  /** Who acts. */
  readonly actor: { readonly sellerId: string };
  /** Whose rows and whose account are acted on. */
  readonly subject: { readonly sellerId: string };
  readonly mode: Mode;
  readonly sessionId: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns who is signed in, or nothing. */
    readonly authenticate: (request: FastifyRequest) => Promise<Principal | undefined>;
  }
  interface FastifyRequest {
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    readonly endpoint?: Endpoint;
  }
}

type PartOf<E extends Endpoint, Part extends 'params' | 'querystring' | 'body'> = E['schema'][Part] extends TSchema
  ? Static<E['schema'][Part]>
  : undefined;

/** One call of an endpoint: what was sent, validated, and who sent it. */
export interface Call<E extends Endpoint> {
  readonly params: PartOf<E, 'params'>;
  readonly querystring: PartOf<E, 'querystring'>;
  readonly body: PartOf<E, 'body'>;
  readonly principal: E['access'] extends 'seller' ? Principal : undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Does what the endpoint says and returns the reply's body. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<ReplyOf<E>> | ReplyOf<E>;

/**
 * Registers an endpoint of the contract: access is decided before the body is read, then the schemas validate what comes
 * in and serialise what goes out.
 */
export function serve<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  const { method, url, schema, operationId, access } = endpoint;
  const status = Number(Object.keys(schema.response)[0]);
  app.route({
    method,
    url,
    schema: { ...schema, tags: [...schema.tags], operationId },
    config: { endpoint },
    onRequest: access === 'seller' ? requireSeller : [],
    handler: async (request, reply) => {
      const body = await handler(callFrom<E>(request, reply));
      return reply.code(status).send(body);
    },
  });
}

async function requireSeller(this: FastifyInstance, request: FastifyRequest): Promise<void> {
  const principal = await this.authenticate(request);
  if (principal === undefined) throw problem('not_signed_in');
  request.principal = principal;
}

function callFrom<E extends Endpoint>(request: FastifyRequest, reply: FastifyReply): Call<E> {
  const { params, query: querystring, body } = request;
  // Fastify has validated these parts with this endpoint's own schemas, and `requireSeller` has set the principal.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { params, querystring, body, principal: request.principal ?? undefined, request, reply } as Call<E>;
}
