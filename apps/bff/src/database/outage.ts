import { problem } from '../http/problem.ts';

/** PostgreSQL's own classes: connection exceptions, out of resources, told to go away. */
const outageCode = /^(08|53|57P0|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH)/u;
/** What `pg` throws without a code when a connection ends or cannot be had in time. */
const outageMessage =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection/iu;

/**
 * Returns `unavailable` for an error that says PostgreSQL cannot be reached, and any other error as it is: a mistake of
 * ours must not look like an outage.
 */
export function unavailableFrom(error: unknown): unknown {
  return isOutage(error) ? problem('unavailable', { cause: error, retryAfterSeconds: 5 }) : error;
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some((part) => isOutage(part));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return outageCode.test(code) || outageMessage.test(error.message);
}
