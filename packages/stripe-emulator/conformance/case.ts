import type { Stage } from './stage.ts';

/** An endpoint, the SDK's type of what it answers, and a call of it. */
export type Case = readonly [endpoint: string, type: string, run: (props: Props) => Promise<unknown>];

/** What the cases act with; made once, by the API itself. */
export interface Props extends Stage {
  readonly on: { readonly stripeAccount: string };
  /** The ids of what was made. */
  readonly made: Readonly<Record<Made, string>>;
}

type Made =
  | 'account'
  | 'accountToken'
  | 'arrivedPayout'
  | 'bank'
  | 'bankInEuros'
  | 'bare'
  | 'charge'
  | 'checkout'
  | 'customer'
  | 'destination'
  | 'dispute'
  | 'disputedIntent'
  | 'event'
  | 'eventV2'
  | 'fee'
  | 'feeRefund'
  | 'file'
  | 'heldCharge'
  | 'heldIntent'
  | 'intent'
  | 'method'
  | 'openIntent'
  | 'payout'
  | 'pendingRefund'
  | 'person'
  | 'personToken'
  | 'personV2'
  | 'price'
  | 'product'
  | 'refund'
  | 'registration'
  | 'reversal'
  | 'token'
  | 'transaction'
  | 'transfer'
  | 'unpaidIntent'
  | 'v2'
  | 'warning'
  | 'webhook';
