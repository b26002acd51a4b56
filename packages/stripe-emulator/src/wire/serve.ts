import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { duringRequest } from '../world/api-request.ts';
import { API_VERSION } from '../world/events.ts';
import { textOf } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { accountInEffect, isBrowser, requireClientSecret, versionInEffect } from './access.ts';
import { expand } from './expand.ts';
import { parseForm } from './form.ts';
import { type Answer, isKeyed, once } from './idempotency.ts';
import { parseMultipart } from './multipart.ts';
import type { Operation } from './operation.ts';
import { readParams } from './params.ts';
import { publicPartOf } from './public-fields.ts';
import { invalidParam, KeptDecline, refusedIn, StripeError } from './stripe-error.ts';
import { isUnreadable } from './unreadable.ts';

/** What Stripe takes of the largest documents. */
const LARGEST_UPLOAD = 16 * 1024 * 1024;

/** A request that was let in: its key, its account and its parameters are in order. */
export interface Arrival {
  readonly world: World;
  readonly request: FastifyRequest;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Serves Stripe's API: every operation under the same rules of keys, parameters, idempotency, expansion and errors.
 * What `beforehand` does for some client is part of the work, in its transaction.
 */
export function serveOperations(
  app: FastifyInstance,
  world: World,
  operations: readonly Operation[],
  beforehand: (arrival: Arrival) => void = () => undefined,
): void {
  // Fastify's own parser of JSON would come before ours and hide a body that is none.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => {
    done(null, body);
  });
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: LARGEST_UPLOAD },
    (request, body, done) => {
      done(null, parseMultipart(Buffer.from(body), String(request.headers['content-type'])));
    },
  );
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(headersOf(world));
  });
  app.setErrorHandler((error, { url }, reply) => {
    const isKnown = error instanceof StripeError && error.status !== UNAUTHORIZED;
    return refuse(reply, error, apiOf(url), isKnown ? loggedBy(world, reply) : asItIs);
  });
  app.setNotFoundHandler((request, reply) =>
    refuse(reply, new StripeError(404, { type: 'invalid_request_error', message: unknownUrl(request) }), 'v1'),
  );
  for (const operation of operations) {
    app.route({
      method: operation.method,
      url: operation.path,
      handler: (request, reply) => answerOperation(world, operation, request, reply, beforehand),
    });
  }
}

/** Answers a request whose address is none, which no route and no hook hears of. */
export function refuseUnreadable(world: World, error: unknown, { url }: FastifyRequest, reply: FastifyReply): void {
  refuse(reply.headers(headersOf(world)), error, apiOf(url));
}

function headersOf(world: World): Readonly<Record<string, string>> {
  return { 'request-id': `req_${textOf(world.chatter, 14)}`, 'stripe-version': API_VERSION };
}

function unknownUrl({ method, url }: FastifyRequest): string {
  return `Unrecognized request URL (${method}: ${url.split('?', 1)[0]}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
}

function answerOperation(
  world: World,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  beforehand: (arrival: Arrival) => void,
): FastifyReply {
  const account = accountInEffect(world, request.headers, operation);
  if (account !== world.platform) reply.header('stripe-account', account);
  const key = isKeyed(operation.method, operation.path) ? headerOf(request, 'idempotency-key') : undefined;
  const { params, expand: paths } = rawParams(request);
  requireClientSecret(world, request.headers, operation, params);
  const work = (): Answer => {
    const read = readParams(operation.params, params);
    const view = isBrowser(world, request.headers) ? publicPartOf : asItIs;
    const api = apiOf(operation.path);
    const logged = api === 'v2' ? asItIs : loggedBy(world, reply);
    const told: View = (body) => logged(view(body));
    return inStripesForm(world, { api, told }, () => {
      beforehand({ world, request, params });
      const answer = operation.run({ world, params: read, path: pathOf(request), account, expand: paths });
      return expand(world, view(answer), paths, account);
    });
  };
  const sent = `${request.method} ${request.url} ${JSON.stringify(inOrder(params))}`;
  const attempt = { key, account, request: sent, retriesFailures: apiOf(operation.path) === 'v2' };
  const asked = { id: String(reply.getHeader('request-id')), idempotencyKey: key ?? null };
  const { status, body, replayed } = duringRequest(world, asked, () =>
    world.store.transaction(() => once(world, attempt, work)),
  );
  reply.header('stripe-version', versionInEffect(request.headers));
  if (key !== undefined) reply.header('idempotency-key', key);
  if (replayed) reply.header('idempotent-replayed', 'true');
  return reply.status(status).type('application/json').send(body);
}

/** The same parameters are the same in any order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}

/** An answer is an answer also when it is no: Stripe keeps both for the idempotency key, but nothing of what was begun. */
function inStripesForm(
  world: World,
  { api, told }: { readonly api: Api; readonly told: View },
  run: () => object,
): Answer {
  const refusal = (error: StripeError): Answer => {
    const { status, body } = refusedIn(api, error);
    return { status, body: JSON.stringify({ error: told(body) }) };
  };
  try {
    return world.store.attempt(() => {
      try {
        return { status: 200, body: JSON.stringify(run()) };
      } catch (error) {
        if (error instanceof KeptDecline) return refusal(error);
        throw error;
      }
    });
  } catch (error) {
    if (!(error instanceof StripeError) || error.beforeWork) throw error;
    return refusal(error);
  }
}

/** What of an answer is shown. */
type View = (object: object) => object;

const UNAUTHORIZED = 401;

/** Says in a refusal where the Dashboard shows the request. */
function loggedBy({ settings }: World, reply: FastifyReply): View {
  const account = reply.getHeader('stripe-account');
  const dashboard = `${settings.url}/dashboard${account === undefined ? '' : `/${String(account)}`}/test`;
  return (body) => ({ ...body, request_log_url: `${dashboard}/logs?object=${String(reply.getHeader('request-id'))}` });
}

function asItIs(object: object): object {
  return object;
}

function refuse(reply: FastifyReply, error: unknown, api: Api, told: View = asItIs): FastifyReply {
  const { status, body } = refusedIn(
    api,
    error instanceof StripeError ? error : (unreadable(error) ?? mistakeOfOurs(error)),
  );
  return reply
    .status(status)
    .type('application/json')
    .send(JSON.stringify({ error: api === 'v2' ? body : told(body) }));
}

type Api = 'v1' | 'v2';

function apiOf(path: string): Api {
  return path.startsWith('/v2/') ? 'v2' : 'v1';
}

/** A request that cannot even be read: the words are Fastify's. */
function unreadable(error: unknown): StripeError | undefined {
  if (!isUnreadable(error)) return undefined;
  return new StripeError(error.statusCode, { type: 'invalid_request_error', message: error.message });
}

/** The emulator's own mistake must be seen, not taken for Stripe's behaviour. */
function mistakeOfOurs(error: unknown): StripeError {
  process.stderr.write(`stripe-emulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return new StripeError(500, { type: 'api_error', message: 'The emulator failed; its output says why.' });
}

function rawParams(request: FastifyRequest): { params: Readonly<Record<string, unknown>>; expand: readonly string[] } {
  const query = parseForm(request.url.split('?', 2)[1] ?? '');
  const { expand: wanted, ...params } = { ...query, ...bodyOf(request) };
  return { params, expand: textsOf(wanted) };
}

function bodyOf({ body, headers }: FastifyRequest): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null) return Object.fromEntries(Object.entries(body));
  if (typeof body !== 'string' || body === '') return {};
  if (headers['content-type']?.startsWith('application/json') !== true) return parseForm(body);
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return Object.fromEntries(Object.entries(parsed));
  } catch {
    // Said below, in Stripe's words.
  }
  throw invalidParam('Invalid request body: it is not a JSON object.', 'body');
}

function textsOf(wanted: unknown): readonly string[] {
  if (wanted === undefined) return [];
  const values: readonly unknown[] = typeof wanted === 'object' && wanted !== null ? Object.values(wanted) : [wanted];
  return values.map(String);
}

function pathOf({ params }: FastifyRequest): Readonly<Record<string, string>> {
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
