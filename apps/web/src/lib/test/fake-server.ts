import { type Endpoint, type ProblemBody, type ProblemCode, problems, type ReplyOf } from '@sellerdesk/contract';
import { vi } from 'vitest';

export interface FakeServer {
  /** The bodies an endpoint was sent so far. */
  readonly received: (endpoint: Endpoint) => readonly unknown[];
  /** From now on answers an endpoint's requests like this. */
  readonly answer: <E extends Endpoint>(endpoint: E, reply: ReplyOf<E>) => void;
  /** From now on refuses an endpoint's requests with a problem. */
  readonly refuse: (endpoint: Endpoint, code: ProblemCode, details?: Partial<ProblemBody>) => void;
  /** From now on an endpoint cannot be reached. */
  readonly cut: (endpoint: Endpoint) => void;
  /** From now on an endpoint takes its time: it never answers. */
  readonly stall: (endpoint: Endpoint) => void;
}

type Answer = () => Promise<Response>;

/** Stands in for the server behind `fetch`, typed by the contract; a request nobody expected is refused by name. */
export function createFakeServer(): FakeServer {
  const received = new Map<Endpoint, unknown[]>();
  const answers = new Map<Endpoint, Answer>();
  vi.stubGlobal('fetch', (url: string, { method, body }: { method: string; body?: string }) => {
    const endpoint = [...answers.keys()].find((known) => known.method === method && matches(known, url));
    const answer = endpoint && answers.get(endpoint);
    if (endpoint === undefined || answer === undefined)
      return Promise.reject(new Error(`Nobody expected ${method} ${url}`));
    received.set(endpoint, [...(received.get(endpoint) ?? []), body === undefined ? undefined : JSON.parse(body)]);
    return answer();
  });
  const set = (endpoint: Endpoint, answer: Answer): unknown => answers.set(endpoint, answer);
  return {
    received: (endpoint) => received.get(endpoint) ?? [],
    answer: (endpoint, reply) => set(endpoint, () => Promise.resolve(success(endpoint, reply))),
    refuse: (endpoint, code, details = {}) => set(endpoint, () => Promise.resolve(refusal(code, details))),
    cut: (endpoint) => set(endpoint, () => Promise.reject(new TypeError('Failed to fetch'))),
    stall: (endpoint) => set(endpoint, () => Promise.withResolvers<Response>().promise),
  };
}

function matches({ url }: Endpoint, path: string): boolean {
  const pattern = url.replaceAll(/:\w+/gu, '[^/]+');
  return new RegExp(`^${pattern}(?:\\?|$)`, 'u').test(path);
}

function success({ schema }: Endpoint, reply: unknown): Response {
  return Response.json(reply, { status: Number(Object.keys(schema.response)[0]) });
}

function refusal(code: ProblemCode, details: Partial<ProblemBody>): Response {
  const { status, title } = problems[code];
  const body = { type: `/problems#${code}`, code, title, status, requestId: 'req_test', ...details };
  return Response.json(body, { status });
}
