import { type ErrorBody, StripeError } from '../../wire/stripe-error.ts';
import { isUnreadable } from '../../wire/unreadable.ts';
import type { FieldProblems, Refusal } from '../frame-data.ts';

/** What a frame is told besides the words. */
type RefusalDetails = Pick<Refusal['error'], 'code' | 'fields'>;

/** A refusal of the frame API: frames show its message to the seller. */
export class FrameRefusal extends Error {
  override readonly name = 'FrameRefusal';
  readonly status: number;
  readonly type: string;
  readonly details: RefusalDetails;

  constructor(status: number, type: string, message: string, details: RefusalDetails = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.details = details;
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
  return new FrameRefusal(403, 'invalid_request_error', message, { code: 'authentication_needed' });
}

export function notFound(what: string): FrameRefusal {
  return new FrameRefusal(404, 'invalid_request_error', `There is no such ${what} in this account.`);
}

export function badRequest(message: string, fields?: FieldProblems): FrameRefusal {
  return new FrameRefusal(400, 'invalid_request_error', message, { fields });
}

/** Writes whatever went wrong the way frames read it. The emulator's own mistakes are told on its output. */
export function refusalOf(error: unknown): { readonly status: number; readonly body: Refusal } {
  if (error instanceof FrameRefusal) {
    const { status, type, message, details } = error;
    return { status, body: { error: { type, message, ...details } } };
  }
  if (error instanceof StripeError) {
    const { status, message, body } = error;
    return { status, body: { error: { type: body.type, message, fields: fieldsOf(body) } } };
  }
  if (isUnreadable(error))
    return { status: error.statusCode, body: { error: { type: 'invalid_request_error', message: error.message } } };
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`stripe-emulator: ${told}\n`);
  return { status: 500, body: { error: { type: 'api_error', message: 'The emulator failed; its output says why.' } } };
}

/** The parameter that Stripe complains about is a field of the form: `head_office[address][city]` is the city. */
function fieldsOf({ param, message }: ErrorBody): FieldProblems | undefined {
  const field = param?.match(/\w+(?=\]?$)/u)?.[0];
  return field === undefined ? undefined : { [field]: message };
}
