import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * What may go wrong: `status` answers with it at once · `hang` never answers · `reset` breaks the connection before any
 * work · `lost_answer` does the work and breaks the connection · `slow` answers late.
 */
export interface Fault {
  readonly kind: 'status' | 'hang' | 'reset' | 'lost_answer' | 'slow';
  readonly path: string | RegExp;
  readonly method?: string;
  /** How often; until cleared unless told. */
  readonly times?: number;
  readonly status?: number;
  readonly delayMs?: number;
  /** Headers of a `status` answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while the answer to this request is to be lost on its way. */
    loseAnswer?: boolean;
  }
}

/** Lets requests go wrong as arranged. */
export function arrangeFaults(app: FastifyInstance): Faults {
  let faults: { readonly fault: Fault; left: number }[] = [];

  // After every `onRequest`, so that an arranged answer has the headers of all others, and before any work.
  app.addHook('preParsing', async (request, reply) => {
    const arranged = faults.find(({ fault, left }) => left > 0 && hits(fault, request));
    if (arranged === undefined) return;
    arranged.left -= 1;
    await act(arranged.fault, request, reply);
  });
  app.addHook('onSend', async (request) => {
    if (request.loseAnswer === true) request.raw.socket.destroy();
  });

  return {
    add: (fault) => {
      faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      faults = [];
    },
  };
}

function hits({ path, method }: Fault, request: FastifyRequest): boolean {
  const [asked = ''] = request.url.split('?', 1);
  const pathHits = typeof path === 'string' ? asked === path : path.test(asked);
  return pathHits && (method === undefined || method === request.method);
}

async function act(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (fault.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 1000));
  if (fault.kind === 'lost_answer') request.loseAnswer = true;
  if (fault.kind === 'reset') request.raw.socket.destroy();
  if (fault.kind === 'reset' || fault.kind === 'hang') reply.hijack();
  if (fault.kind !== 'status') return;
  const error = errorOf(fault, request.url);
  await reply
    .status(fault.status ?? 500)
    .headers(fault.headers ?? {})
    .type('application/json')
    .send({ error });
}

/** API v2 has a type for this; its words are the emulator's. */
const LIMITED_V2 = { type: 'rate_limit', code: 'account_rate_limit_exceeded', message: 'Account rate limit exceeded.' };

/** Stripe's own words for too many requests; without a reason a 429 is an object that is locked. */
function errorOf({ status, headers = {} }: Fault, url: string): object {
  if (status !== 429) return { type: 'api_error', message: 'An unknown error occurred. (This was arranged.)' };
  if (url.startsWith('/v2/')) return LIMITED_V2;
  const limited = Object.keys(headers).some((name) => name.toLowerCase() === 'stripe-rate-limited-reason');
  const [code, message] = limited
    ? [
        'rate_limit',
        'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
      ]
    : [
        'lock_timeout',
        'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate.',
      ];
  return { type: 'invalid_request_error', code, message };
}
