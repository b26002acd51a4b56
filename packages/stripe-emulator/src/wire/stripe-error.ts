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

/**
 * Writes a refusal in the way of API v2, where missing parameters are told by a code and without a type.
 *
 * @see `generateV2Error` of the `stripe` package, which has a case for them.
 */
export function bodyInV2(body: ErrorBody): object {
  return body.code === 'parameter_missing' ? { code: 'invalid_fields', message: body.message } : body;
}
