import { StripeError } from '../../wire/stripe-error.ts';
import type { Refusal } from '../frame-data.ts';

/** A refusal of the frame API: frames show its message to the seller. */
export class FrameRefusal extends Error {
  override readonly name = 'FrameRefusal';
  readonly status: number;
  readonly type: string;
  readonly code: string | undefined;

  constructor(status: number, type: string, message: string, code?: string) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
  }
}

/** The session is over or never was; the frame asks its page for another secret. */
export function sessionOver(): FrameRefusal {
  return new FrameRefusal(401, 'authentication_error', 'This account session is not valid any more.');
}

export function notAllowed(message: string): FrameRefusal {
  return new FrameRefusal(403, 'invalid_request_error', message);
}

/** The seller has to sign in at Stripe's own window first; the frame offers it. */
export function signInNeeded(): FrameRefusal {
  const message = 'Authentication needed: sign in at Stripe first.';
  return new FrameRefusal(403, 'invalid_request_error', message, 'authentication_needed');
}

export function notFound(what: string): FrameRefusal {
  return new FrameRefusal(404, 'invalid_request_error', `There is no such ${what} in this account.`);
}

export function badRequest(message: string): FrameRefusal {
  return new FrameRefusal(400, 'invalid_request_error', message);
}

/** Writes whatever went wrong the way frames read it. The emulator's own mistakes are told on its output. */
export function refusalOf(error: unknown): { readonly status: number; readonly body: Refusal } {
  if (error instanceof FrameRefusal) {
    const { status, type, message, code } = error;
    return { status, body: { error: { type, message, ...(code !== undefined && { code }) } } };
  }
  if (error instanceof StripeError) {
    return { status: error.status, body: { error: { type: error.body.type, message: error.message } } };
  }
  if (isUnreadable(error))
    return { status: 400, body: { error: { type: 'invalid_request_error', message: error.message } } };
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`stripe-emulator: ${told}\n`);
  return { status: 500, body: { error: { type: 'api_error', message: 'The emulator failed; its output says why.' } } };
}

/** What Fastify throws for a body that is no JSON, or too long. */
function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
}
