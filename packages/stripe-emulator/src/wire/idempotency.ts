import { createHash } from 'node:crypto';
import type { World } from '../world/world.ts';
import { StripeError } from './stripe-error.ts';

/** An answer as it was first given. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Attempt {
  readonly key: string | undefined;
  /** Whose keys these are: two accounts may use the same one. */
  readonly account: string;
  /** Method and path with everything sent: the same key with anything else is refused. */
  readonly request: string;
  /** API v2 does a request that failed once more; API v1 gives the refusal again. */
  readonly retriesFailures: boolean;
}

/** How long a key is remembered, by the world's clock; a request with it is new afterwards. */
const KEPT_SECONDS = { v1: 24 * 3600, v2: 30 * 24 * 3600 } as const;

/** Says whether keys count: API v1 keeps those of POST only, API v2 those of DELETE too. */
export function isKeyed(method: string, path: string): boolean {
  return method === 'POST' || (method === 'DELETE' && path.startsWith('/v2/'));
}

/**
 * Answers a request once for each key: a repetition gets the first answer again, a refusal too.
 *
 * @throws {StripeError} when the key was used for another request.
 */
export function once(
  world: World,
  { key, account, request, retriesFailures }: Attempt,
  answer: () => Answer,
): Answer & { replayed: boolean } {
  if (key === undefined) return { ...answer(), replayed: false };
  if (key.length > 255)
    throw new StripeError(
      400,
      { type: 'idempotency_error', message: 'Idempotency keys can be at most 255 characters.' },
      true,
    );
  const fingerprint = createHash('sha256').update(request).digest('hex');
  const { store } = world;
  const since = world.clock.nowUnix() - (retriesFailures ? KEPT_SECONDS.v2 : KEPT_SECONDS.v1);
  const known = store
    .prepare('select fingerprint, status, body from idempotency where scope = ? and key = ? and created > ?')
    .get(account, key, since);
  if (known !== undefined) {
    if (known['fingerprint'] !== fingerprint) throw otherRequest(key);
    return { status: Number(known['status']), body: String(known['body']), replayed: true };
  }
  const first = answer();
  if (retriesFailures && first.status >= 400) return { ...first, replayed: false };
  store
    .prepare(
      'insert or replace into idempotency (scope, key, fingerprint, status, body, created) values (?, ?, ?, ?, ?, ?)',
    )
    .run(account, key, fingerprint, first.status, first.body, world.clock.nowUnix());
  return { ...first, replayed: false };
}

function otherRequest(key: string): StripeError {
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new StripeError(400, { type: 'idempotency_error', message }, true);
}
