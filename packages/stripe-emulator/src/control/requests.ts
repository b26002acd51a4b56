import type { FastifyInstance } from 'fastify';

/** One request as it came in and how it was answered. */
export interface RecordedRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: string;
  /** The connected account that was named, by either header. */
  readonly account: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly cookie: string | undefined;
  readonly body: string;
  readonly status: number;
  readonly atMs: number;
}

export interface Recorder {
  readonly requests: () => readonly RecordedRequest[];
  readonly clear: () => void;
}

const KEPT = 20_000;

/** Remembers the requests that were made, newest last. */
export function recordRequests(app: FastifyInstance): Recorder {
  let requests: RecordedRequest[] = [];
  app.addHook('onResponse', async (request, reply) => {
    const [path = '', query = ''] = request.url.split('?', 2);
    const { headers, body } = request;
    requests.push({
      method: request.method,
      path,
      query,
      account: first(headers['stripe-account']) ?? first(headers['stripe-context']),
      idempotencyKey: first(headers['idempotency-key']),
      cookie: headers.cookie,
      body: typeof body === 'string' ? body : '',
      status: reply.statusCode,
      atMs: Date.now(),
    });
    if (requests.length > KEPT) requests = requests.slice(-KEPT / 2);
  });
  return {
    requests: () => requests,
    clear: () => {
      requests = [];
    },
  };
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
