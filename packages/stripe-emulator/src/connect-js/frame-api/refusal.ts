import { type ErrorBody, StripeError } from '../../wire/stripe-error.ts';
import { isUnreadable } from '../../wire/unreadable.ts';
import { english } from '../../words/english.ts';
import type { FieldProblems, Refusal } from '../frame-data.ts';
import { type RefusalCode, refusalInWords } from '../refusal-in-words.ts';

/** What a refusal says besides its code. */
type RefusalDetails = { readonly fields?: FieldProblems; readonly about?: string };

/** A refusal of the frame API. The frame says it to the seller in their language, and in English to the platform. */
export class FrameRefusal extends Error {
  override readonly name = 'FrameRefusal';
  readonly status: number;
  readonly type: string;
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(status: number, type: string, code: RefusalCode, details: RefusalDetails = {}) {
    super(refusalInWords(english, code, details.about ?? ''));
    this.status = status;
    this.type = type;
    this.code = code;
    this.details = details;
  }
}

/** The session is over or never was; the frame asks its page for another secret. */
export function sessionOver(): FrameRefusal {
  return new FrameRefusal(401, 'authentication_error', 'session_over');
}

/** The page named a publishable key that is none of this emulator's. */
export function otherPlatform(key: string): FrameRefusal {
  return new FrameRefusal(401, 'authentication_error', key.startsWith('pk_live_') ? 'live_key' : 'other_platform');
}

export function notAllowed(code: RefusalCode, about?: string): FrameRefusal {
  return new FrameRefusal(403, 'invalid_request_error', code, about === undefined ? {} : { about });
}

/** The seller has to sign in at Stripe's own window first; the frame offers it. */
export function signInNeeded(): FrameRefusal {
  return notAllowed('authentication_needed');
}

export function notFound(code: RefusalCode & `no_such_${string}`): FrameRefusal {
  return new FrameRefusal(404, 'invalid_request_error', code);
}

export function badRequest(code: RefusalCode, fields?: FieldProblems): FrameRefusal {
  return new FrameRefusal(400, 'invalid_request_error', code, fields === undefined ? {} : { fields });
}

/** The request is none that a frame makes; the name of what is wrong with it helps whoever made it. */
export function unclear(about: string): FrameRefusal {
  return new FrameRefusal(400, 'invalid_request_error', 'request_unclear', { about });
}

/** Writes whatever went wrong the way frames read it. The emulator's own mistakes are told on its output. */
export function refusalOf(error: unknown): { readonly status: number; readonly body: Refusal } {
  if (error instanceof FrameRefusal) {
    const { status, type, message, code, details } = error;
    return { status, body: { error: { type, message, code, ...details } } };
  }
  if (error instanceof StripeError) {
    const { status, message, body } = error;
    return {
      status,
      body: { error: { type: body.type, message, code: body.code, about: message, fields: fieldsOf(body) } },
    };
  }
  if (isUnreadable(error)) return { ...refusalOf(unclear(error.message)), status: error.statusCode };
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`stripe-emulator: ${told}\n`);
  return refusalOf(new FrameRefusal(500, 'api_error', 'emulator_failed'));
}

/** The parameter that Stripe complains about is a field of the form: `head_office[address][city]` is the city. */
function fieldsOf({ param }: ErrorBody): FieldProblems | undefined {
  const field = param?.match(/\w+(?=\]?$)/u)?.[0];
  return field === undefined ? undefined : { [field]: field };
}
