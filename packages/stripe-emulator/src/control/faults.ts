import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { invalidParam } from '../wire/stripe-error.ts';

/**
 * What may go wrong: `status` answers with it at once · `hang` never answers · `reset` breaks the connection before any
 * work · `lost_answer` does the work and breaks the connection · `slow` answers late · `blocked_script` lets connect.js not
 * load · `blocked_window` lets frames that are loaded from then on open no window by themselves, as a browser does that
 * blocks pop-ups.
 */
export interface Fault {
  readonly kind: 'status' | 'hang' | 'reset' | 'lost_answer' | 'slow' | BlockedKind;
  /** Which requests; what is blocked has a path of its own. */
  readonly path?: string | RegExp;
  readonly method?: string;
  /** How often; until cleared unless told. */
  readonly times?: number;
  readonly status?: number;
  readonly delayMs?: number;
  /** Headers of a `status` answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

type BlockedKind = 'blocked_script' | 'blocked_window';

const PATHS: Readonly<Partial<Record<Fault['kind'], string | RegExp>>> = {
  blocked_script: '/v1.0/connect.js',
  blocked_window: /^\/v1\.0\/frames\/[\w-]+$/u,
} satisfies Record<BlockedKind, string | RegExp>;

/** What goes wrong, until it is used up or cleared. */
export interface Faults {
  /** @throws {StripeError} for a fault that says of no request. */
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** Uses up what was arranged for a request; undefined when nothing was. */
  readonly take: (request: Pick<FastifyRequest, 'method' | 'url'>) => Fault | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while the answer to this request is to be lost on its way. */
    loseAnswer?: boolean;
    /** Set while the frame that is asked for may open no window by itself. */
    blocksWindows?: boolean;
  }
}

export function createFaults(): Faults {
  let faults: { readonly fault: Fault; readonly path: string | RegExp; left: number }[] = [];
  return {
    add: (fault) => {
      const path = fault.path ?? PATHS[fault.kind];
      if (path === undefined) throw invalidParam('Missing required param: path.', 'path', 'parameter_missing');
      faults.push({ fault, path, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      faults = [];
    },
    take: ({ method, url }) => {
      const [asked = ''] = url.split('?', 1);
      const arranged = faults.find(
        ({ fault, path, left }) =>
          left > 0 &&
          (typeof path === 'string' ? asked === path : path.test(asked)) &&
          (fault.method === undefined || fault.method === method),
      );
      if (arranged !== undefined) arranged.left -= 1;
      return arranged?.fault;
    },
  };
}

/** Lets requests go wrong as arranged. */
export function letGoWrong(app: FastifyInstance, faults: Faults): void {
  // After every `onRequest`, so that an arranged answer has the headers of all others, and before any work.
  app.addHook('preParsing', async (request, reply) => {
    const fault = faults.take(request);
    if (fault !== undefined) await act(fault, request, reply);
  });
  app.addHook('onSend', async (request) => {
    if (request.loseAnswer === true) request.raw.socket.destroy();
  });
}

async function act(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (fault.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 1000));
  if (fault.kind === 'lost_answer') request.loseAnswer = true;
  if (fault.kind === 'blocked_window') request.blocksWindows = true;
  // Not a broken connection, which a browser may try once more by itself.
  if (fault.kind === 'blocked_script') await reply.status(403).send();
  if (fault.kind === 'reset') request.raw.socket.destroy();
  if (fault.kind === 'reset' || fault.kind === 'hang') reply.hijack();
  if (fault.kind !== 'status') return;
  const error = errorOf(fault, request.url);
  await reply
    .status(fault.status ?? 500)
    .headers({ ...(isLock(fault) && { 'stripe-should-retry': 'true' }), ...fault.headers })
    .type('application/json')
    .send({ error });
}

/** API v2 has a type for this; its words are the emulator's. */
const LIMITED_V2 = { type: 'rate_limit', code: 'account_rate_limit_exceeded', message: 'Account rate limit exceeded.' };

/** Stripe's own words for too many requests; without a reason a 429 is an object that is locked. */
function errorOf(fault: Fault, url: string): object {
  if (fault.status !== 429) return { type: 'api_error', message: 'An unknown error occurred. (This was arranged.)' };
  if (url.startsWith('/v2/')) return LIMITED_V2;
  const [code, message] = isLock(fault)
    ? [
        'lock_timeout',
        'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate.',
      ]
    : [
        'rate_limit',
        'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
      ];
  return { type: 'invalid_request_error', code, message };
}

/** A lock is worth another try at once, which Stripe says; a limit is not. */
function isLock({ status, headers = {} }: Fault): boolean {
  return status === 429 && !Object.keys(headers).some((name) => name.toLowerCase() === 'stripe-rate-limited-reason');
}
