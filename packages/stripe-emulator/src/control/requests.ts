import { EventEmitter } from 'node:events';
import type { FastifyInstance } from 'fastify';

/** One request as it came in and how it was answered. */
export interface RecordedRequest {
  /** As the answer told it; empty where it told none. */
  readonly id: string;
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

/** What remembers the requests that were made, newest last. */
export interface Recorder {
  readonly requests: () => readonly RecordedRequest[];
  readonly clear: () => void;
  /** Finds a request by the id of its answer. */
  readonly find: (id: string) => RecordedRequest | undefined;
  /** Tells of each request once it was answered. */
  readonly arrivals: EventEmitter<{ request: [RecordedRequest] }>;
  readonly add: (request: RecordedRequest) => void;
}

const KEPT = 20_000;

export function createRecorder(): Recorder {
  let requests: RecordedRequest[] = [];
  const arrivals: Recorder['arrivals'] = new EventEmitter();
  // One for each page that looks on.
  arrivals.setMaxListeners(0);
  return {
    requests: () => requests,
    clear: () => {
      requests = [];
    },
    find: (id) => (id === '' ? undefined : requests.findLast((request) => request.id === id)),
    arrivals,
    add: (request) => {
      requests.push(request);
      if (requests.length > KEPT) requests = requests.slice(-KEPT / 2);
      arrivals.emit('request', request);
    },
  };
}

/** Remembers every request that is made. */
export function recordRequests(app: FastifyInstance, { add }: Recorder): void {
  app.addHook('onResponse', async (request, reply) => {
    const [path = '', query = ''] = request.url.split('?', 2);
    const { headers, body } = request;
    add({
      id: String(reply.getHeader('request-id') ?? ''),
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
  });
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
