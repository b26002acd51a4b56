/** What Fastify throws for a request that it cannot read: an address that is none, a body that is no JSON or too long. */
export interface Unreadable extends Error {
  readonly statusCode: number;
}

/** Tells whether a request could not be read, which is no mistake of the emulator's. */
export function isUnreadable(error: unknown): error is Unreadable {
  if (!(error instanceof Error) || !('statusCode' in error)) return false;
  const status = Number(error.statusCode);
  return status >= 400 && status < 500;
}
