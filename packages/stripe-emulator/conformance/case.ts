import type { Stage } from './stage.ts';

/** An endpoint, the SDK's type of what it answers, and a call of it. */
export type Case = readonly [endpoint: string, type: string, run: (props: Props) => Promise<unknown>];

/** What the cases act with; made once, by the API itself. */
export interface Props extends Stage {
  readonly on: { readonly stripeAccount: string };
  readonly made: Readonly<Record<'account' | 'bare' | 'person' | 'v2' | 'personV2', string>> &
    Readonly<Record<'customer' | 'product' | 'price' | 'method' | 'token' | 'file', string>> &
    Readonly<Record<'charge' | 'checkout' | 'dispute' | 'fee' | 'intent' | 'refund' | 'transaction', string>>;
}
