import { type Endpoint, type ReplyOf, type StaffRole, SUPPORT_VIEW_HEADER } from '@sellerdesk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Mode } from '../config.ts';
import { problem } from './problem.ts';

/** Who calls a seller's endpoint, found out from the session and never from what was sent. */
export interface Principal<Who extends Actor = Actor> {
  /** Who acts. */
  readonly actor: Who;
  /** Whose rows and whose account are acted on. */
  readonly subject: { readonly sellerId: string };
  readonly mode: Mode;
  readonly sessionId: string;
}

/** The seller themselves, or somebody of the staff who looks at their pages and can change nothing. */
export type Actor = SellerActor | SupportActor;

interface SellerActor {
  readonly sellerId: string;
}

interface SupportActor {
  readonly staffId: string;
  readonly supportViewId: string;
}

/** Somebody of the platform who is calling; they have a session of their own, and are nobody's seller. */
export interface StaffPrincipal {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly sessionId: string;
  /** When they last proved their second factor; null while they owe it. */
  readonly secondFactorAt: Date | null;
  readonly expiresAt: Date;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns the seller who is signed in, or nothing. */
    readonly authenticate: (request: FastifyRequest) => Promise<Principal<SellerActor> | undefined>;
    /** Returns who of the platform is signed in, be it by half, or nothing. */
    readonly authenticateStaff: (request: FastifyRequest) => Promise<StaffPrincipal | undefined>;
    /**
     * Returns who looks at a seller's pages, and keeps that they asked for this endpoint.
     *
     * @throws {Problem} `not_signed_in`, `second_factor_due`, `support_view_over`, `support_read_only`
     */
    readonly authenticateSupport: (request: FastifyRequest, endpoint: Endpoint) => Promise<Principal<SupportActor>>;
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

/** Only where support may read can somebody else than the seller be calling. */
type PrincipalOf<E extends Endpoint> = E extends { readonly access: 'seller'; readonly support: 'read' }
  ? Principal
  : E extends { readonly access: 'seller' }
    ? Principal<SellerActor>
    : E extends { readonly access: 'support_view' }
      ? Principal<SupportActor>
      : E extends { readonly access: 'staff' | 'staff_pending' }
        ? StaffPrincipal
        : undefined;

/** One call of an endpoint: what was sent, validated, and who sent it. */
export interface Call<E extends Endpoint> {
  readonly params: PartOf<E, 'params'>;
  readonly querystring: PartOf<E, 'querystring'>;
  readonly body: PartOf<E, 'body'>;
  readonly principal: PrincipalOf<E>;
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
    onRequest: async (request, reply) => {
      const principal = await guards[access](app, request, endpoint);
      request.principal = principal;
      const supportViewId = supportViewOf(principal);
      if (supportViewId !== undefined) reply.header(SUPPORT_VIEW_HEADER, supportViewId);
    },
    handler: async (request, reply) => {
      const body = await handler(callFrom<E>(request, reply));
      return reply.code(status).send(body);
    },
  });
}

type Guard = (
  app: FastifyInstance,
  request: FastifyRequest,
  endpoint: Endpoint,
) => Promise<FastifyRequest['principal']>;

/** Who is let through, decided before anything that was sent is looked at. */
const guards: Readonly<Record<Endpoint['access'], Guard>> = {
  anyone: async () => null,
  seller: async (app, request, endpoint) => {
    // Whoever says that they look for support is taken for nobody else, whatever cookies their browser has besides.
    if (request.headers[SUPPORT_VIEW_HEADER] !== undefined) return app.authenticateSupport(request, endpoint);
    return (await app.authenticate(request)) ?? refuse('not_signed_in');
  },
  support_view: (app, request, endpoint) => app.authenticateSupport(request, endpoint),
  staff_pending: async (app, request) => (await app.authenticateStaff(request)) ?? refuse('not_signed_in'),
  staff: async (app, request) => {
    const staff = (await app.authenticateStaff(request)) ?? refuse('not_signed_in');
    return staff.secondFactorAt === null ? refuse('second_factor_due') : staff;
  },
};

/** Whoever sees an answer, in a log or a browser's tools, sees that it was given to support. */
function supportViewOf(principal: FastifyRequest['principal']): string | undefined {
  const actor = principal !== null && 'actor' in principal ? principal.actor : undefined;
  return actor !== undefined && 'supportViewId' in actor ? actor.supportViewId : undefined;
}

function refuse(code: 'not_signed_in' | 'second_factor_due'): never {
  throw problem(code);
}

function callFrom<E extends Endpoint>(request: FastifyRequest, reply: FastifyReply): Call<E> {
  const { params, query: querystring, body } = request;
  // Fastify has validated these parts with this endpoint's own schemas, and its guard has set the principal.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { params, querystring, body, principal: request.principal ?? undefined, request, reply } as Call<E>;
}
