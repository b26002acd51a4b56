import type { Endpoint, ReplyOf, RequestOf } from './endpoint.ts';
import { isProblemCode, type ProblemBody, type ProblemCode } from './problems.ts';

/** A request as a transport sends it; the body is JSON text. */
export interface WireRequest {
  readonly method: Endpoint['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A reply as a transport receives it. */
export interface WireReply {
  readonly status: number;
  readonly body: string;
}

/** Sends a request and returns the reply: `fetch` in the browser, `app.inject` in tests. */
export type Transport = (request: WireRequest) => Promise<WireReply>;

/** Calls an endpoint. */
export type Client = <E extends Endpoint>(endpoint: E, request: RequestOf<E>) => Promise<ReplyOf<E>>;

/** Every request of ours carries this header: a form on another site cannot send it. */
export const CLIENT_HEADER = { 'x-sellerdesk-client': 'web' } as const;

/** The server answered that it could not do what was asked. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly problem: ProblemBody;

  constructor(code: ProblemCode, problem: ProblemBody) {
    super(problem.detail ?? problem.title);
    this.code = code;
    this.problem = problem;
  }
}

/** The answer was not one of ours: a proxy, a captive portal, or a server of another version. */
export class UnexpectedReplyError extends Error {
  override readonly name = 'UnexpectedReplyError';
  readonly status: number;

  constructor(status: number) {
    super(`The server's answer (status ${status}) could not be understood`);
    this.status = status;
  }
}

/**
 * Returns a client that calls endpoints over a transport.
 *
 * Its calls reject with {@link ProblemError} when the server answers a problem, with {@link UnexpectedReplyError} when
 * the answer is not ours, and with the transport's own error when there is no answer.
 */
export function createClient(transport: Transport): Client {
  return async (endpoint, request) => replyFrom(endpoint, await transport(wireRequest(endpoint, request)));
}

/** Returns what goes over the wire for an endpoint: path filled in, query encoded, body as JSON. */
export function wireRequest<E extends Endpoint>(endpoint: E, request: RequestOf<E>): WireRequest {
  const { params, querystring, body }: Parts = request;
  const url = pathOf(endpoint.url, params ?? {}) + queryOf(querystring ?? {});
  if (endpoint.schema.body === undefined) return { method: endpoint.method, url, headers: CLIENT_HEADER };
  const headers = { ...CLIENT_HEADER, 'content-type': 'application/json' };
  return { method: endpoint.method, url, headers, body: JSON.stringify(body) };
}

/**
 * Returns the reply's body, typed.
 *
 * @throws {ProblemError | UnexpectedReplyError}
 */
export function replyFrom<E extends Endpoint>(endpoint: E, reply: WireReply): ReplyOf<E> {
  // The server serialised it with this very schema; checking again would cost the browser a validator.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  if (Object.hasOwn(endpoint.schema.response, reply.status)) return parsed(reply) as ReplyOf<E>;
  const body = parsed(reply);
  if (!isProblem(body) || !isProblemCode(body.code)) throw new UnexpectedReplyError(reply.status);
  throw new ProblemError(body.code, body);
}

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly querystring?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function pathOf(url: string, params: Readonly<Record<string, unknown>>): string {
  return url.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(params[name])));
}

/** Queries are strings only: the contract says so, and the server refuses to turn `"5"` into 5. */
function queryOf(querystring: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(querystring)) if (typeof value === 'string') query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function parsed(reply: WireReply): unknown {
  if (reply.body === '') return null;
  try {
    return JSON.parse(reply.body);
  } catch {
    throw new UnexpectedReplyError(reply.status);
  }
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
