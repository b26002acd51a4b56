import type { ProblemBody, ProblemCode } from '@sellerdesk/contract';

/** What a problem may say beyond its code. */
export interface ProblemDetails {
  /** What happened this time, for a person; goes over the wire. */
  readonly detail?: string;
  readonly fields?: ProblemBody['fields'];
  readonly retryAfterSeconds?: number;
  /** What led to it; goes to the log alone. */
  readonly cause?: unknown;
}

/** A situation the caller is told about as `application/problem+json`. Whoever notices it throws it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? code, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

/** Returns a problem to throw. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  return new Problem(code, details);
}
