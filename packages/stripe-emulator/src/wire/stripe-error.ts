/** A refusal in Stripe's own form. */
export class StripeError extends Error {
  override readonly name = 'StripeError';
  readonly status: number;
  readonly body: ErrorBody;
  /** True when the request was never begun: such answers are not kept for its idempotency key. */
  readonly beforeWork: boolean;

  constructor(status: number, body: ErrorBody, beforeWork = false) {
    super(body.message);
    this.status = status;
    this.body = body.code === undefined ? body : { ...body, doc_url: docUrlOf(body.code) };
    this.beforeWork = beforeWork;
  }
}

/** A refusal that is a part of what was done: a bank's no to a payment stays, with its charge. */
export class KeptDecline extends StripeError {}

export interface ErrorBody {
  readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly doc_url?: string;
  readonly request_log_url?: string;
  readonly charge?: string;
  readonly payment_intent?: object;
  readonly payment_method?: object;
  readonly advice_code?: string;
}

/** Where Stripe explains a code. */
export function docUrlOf(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

/** A request that cannot be carried out as it stands. */
export function invalidRequest(
  message: string,
  details: { code?: string; param?: string; status?: number } = {},
): StripeError {
  const { status = 400, ...rest } = details;
  return new StripeError(status, { type: 'invalid_request_error', message, ...rest });
}

/** A parameter that cannot be read: refused before any work is done. */
export function invalidParam(message: string, param: string, code?: string): StripeError {
  return new StripeError(
    400,
    { type: 'invalid_request_error', message, param, ...(code !== undefined && { code }) },
    true,
  );
}

/** An id in the path that names nothing here; the words are the same whether it is another account's or nobody's. */
export function resourceMissing(noun: string, id: string, param = 'id'): StripeError {
  return invalidRequest(`No such ${noun}: '${id}'`, { code: 'resource_missing', param, status: 404 });
}

/** The same for an id in a parameter: then not the address is wrong but the request. */
export function referenceMissing(noun: string, id: string, param: string): StripeError {
  return invalidRequest(`No such ${noun}: '${id}'`, { code: 'resource_missing', param });
}

/** Without a parameter of its own, the words must say which field is meant; those of API v2 are written with dots. */
function naming(param: string, message: string): string {
  const field = param.replaceAll(/\[([a-z_]+)\]/gu, '.$1');
  return message.includes(param) ? message.replaceAll(param, field) : `${field}: ${message}`;
}

/** A refusal as it is sent. */
interface Refused {
  readonly status: number;
  readonly body: object;
}

/**
 * Writes a refusal in the way of the API that was asked. API v2 tells what is wrong with fields, and what is not there, by a
 * code and without a type; a key that was used for something else is a conflict there.
 *
 * @see `generateV2Error` of the `stripe` package, which has a case for them
 * @see https://docs.stripe.com/api/v2/core/event_destinations/delete
 */
export function refusedIn(api: 'v1' | 'v2', { status, body }: Pick<StripeError, 'body' | 'status'>): Refused {
  if (api === 'v1') return { status, body };
  const { message, param, type } = body;
  if (status === 404) return { status, body: { code: 'not_found', message } };
  if (status === 400 && type === 'idempotency_error') return { status: 409, body: { code: type, ...body } };
  const aboutField = status === 400 && param !== undefined;
  return { status, body: aboutField ? { code: 'invalid_fields', message: naming(param, message) } : body };
}
