import type { Endpoint, ReplyOf } from '@sellerdesk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Mode } from '../config.ts';
import { problem } from './problem.ts';

/** A seller who is calling, found out from the session and never from what was sent. */
export interface Principal {
  /** Who acts. */
  readonly actor: { readonly sellerId: string };
  /** Whose rows and whose account are acted on. */
  readonly subject: { readonly sellerId: string };
  readonly mode: Mode;
  readonly sessionId: string;
}

/** Somebody of the platform who is calling; they have a session of their own, and are nobody's seller. */
export interface StaffPrincipal {
  readonly staffId: string;
  readonly sessionId: string;
  /** When they last proved their second factor; null while they owe it. */
  readonly secondFactorAt: Date | null;
  readonly expiresAt: Date;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns who is signed in, or nothing. */
    readonly authenticate: (request: FastifyRequest) => Promise<Principal | undefined>;
    /** Returns who of the platform is signed in, be it by half, or nothing. */
    readonly authenticateStaff: (request: FastifyRequest) => Promise<StaffPrincipal | undefined>;
  }
  interface FastifyRequest {
    principal: Principal | StaffPrincipal | null;
  }
  interface FastifyContextConfig {
    readonly endpoint?: Endpoint;
  }
}

type PartOf<E extends Endpoint, Part extends 'params' | 'querystring' | 'body'> = E['schema'][Part] extends TSchema
  ? Static<E['schema'][Part]>
  : undefined;

type PrincipalOf<Access extends Endpoint['access']> = Access extends 'seller'
  ? Principal
  : Access extends 'staff' | 'staff_pending'
    ? StaffPrincipal
    : undefined;

/** One call of an endpoint: what was sent, validated, and who sent it. */
export interface Call<E extends Endpoint> {
  readonly params: PartOf<E, 'params'>;
  readonly querystring: PartOf<E, 'querystring'>;
  readonly body: PartOf<E, 'body'>;
  readonly principal: PrincipalOf<E['access']>;
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
    onRequest: guards[access],
    handler: async (request, reply) => {
      const body = await handler(callFrom<E>(request, reply));
      return reply.code(status).send(body);
    },
  });
}

type Guard = (this: FastifyInstance, request: FastifyRequest) => Promise<void>;

/** Who is let through, decided before anything that was sent is looked at. */
const guards: Readonly<Record<Endpoint['access'], Guard | []>> = {
  anyone: [],
  async seller(request) {
    request.principal = (await this.authenticate(request)) ?? refuse('not_signed_in');
  },
  async staff_pending(request) {
    request.principal = (await this.authenticateStaff(request)) ?? refuse('not_signed_in');
  },
  async staff(request) {
    const principal = (await this.authenticateStaff(request)) ?? refuse('not_signed_in');
    if (principal.secondFactorAt === null) refuse('second_factor_due');
    request.principal = principal;
  },
};

function refuse(code: 'not_signed_in' | 'second_factor_due'): never {
  throw problem(code);
}

function callFrom<E extends Endpoint>(request: FastifyRequest, reply: FastifyReply): Call<E> {
  const { params, query: querystring, body } = request;
  // Fastify has validated these parts with this endpoint's own schemas, and its guard has set the principal.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { params, querystring, body, principal: request.principal ?? undefined, request, reply } as Call<E>;
}
