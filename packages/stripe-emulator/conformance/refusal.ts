import Stripe from 'stripe';
import type { Props } from './case.ts';

/** A situation, a call that comes to it, and how the SDK tells of it. */
export type Refusal = readonly [situation: string, run: (props: Props) => Promise<unknown>, told: Told];

/** Everything the SDK tells of a refusal besides words; what is left out is not there. */
export interface Told {
  readonly kind: typeof Stripe.errors.StripeError;
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
}

const { StripeCardError, StripeInvalidRequestError } = Stripe.errors;

/** A bank says no. */
export function declined(code: string, details: Pick<Told, 'decline_code' | 'param'> = {}): Told {
  return { kind: StripeCardError, status: 402, type: 'card_error', code, ...details };
}

/** The request cannot be carried out as it stands. */
export function invalid(details: Pick<Told, 'code' | 'param' | 'status'>): Told {
  return { kind: StripeInvalidRequestError, status: 400, type: 'invalid_request_error', ...details };
}

/** An id in the path names nothing. */
export function missing(param = 'id'): Told {
  return invalid({ status: 404, code: 'resource_missing', param });
}

/** Reads an error of the SDK in the form of the tables. */
export function toldBy(error: Stripe.errors.StripeError): Omit<Told, 'kind'> {
  const { statusCode: status, rawType: type, code, param, decline_code: reason } = error;
  // The SDK makes an empty text of a reason that a bank did not give.
  const told = { status, type, code, param, decline_code: reason === '' ? undefined : reason };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
