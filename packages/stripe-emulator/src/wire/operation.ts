import type { Kind, Kinds } from '../world/state.ts';
import type { World } from '../world/world.ts';
import type { ParamsOf, ParamTable } from './params.ts';
import { referenceMissing, resourceMissing } from './stripe-error.ts';

/** One call of an operation, checked and typed. */
export interface Call<Table extends ParamTable> {
  readonly world: World;
  readonly params: ParamsOf<Table>;
  /** The placeholders of the path. */
  readonly path: Readonly<Record<string, string>>;
  /** Whose objects are meant: the connected account of the header, otherwise the platform. */
  readonly account: string;
  /** What is to be expanded, for what is only worked out when it is. */
  readonly expand: readonly string[];
}

/** One operation of Stripe's API. It runs inside one transaction; what it returns is sent, expanded where asked. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As Stripe documents it, with `:name` placeholders. */
  readonly path: string;
  readonly params: ParamTable;
  readonly run: (call: Call<ParamTable>) => object;
}

/** Writes an operation down with the types of its own parameters. */
export function operation<const Table extends ParamTable>(definition: {
  readonly method: Operation['method'];
  readonly path: string;
  readonly params: Table;
  readonly run: (call: Call<Table>) => object;
}): Operation {
  // The wire reads the parameters by this very table before it calls `run`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return definition as unknown as Operation;
}

/**
 * Returns the object that an operation names in its path or in a parameter, if the account in effect has it.
 *
 * @throws {StripeError} the same for a foreign id as for one that names nothing.
 */
export function resource<K extends Kind>(
  { world, account }: Pick<Call<ParamTable>, 'world' | 'account'>,
  kind: K,
  id: string,
  param?: string,
): Kinds[K] {
  const object = world.store.find(kind, id);
  if (object?.account === account) return object;
  if (param !== undefined) throw referenceMissing(NOUNS[kind], id, param);
  throw resourceMissing(NOUNS[kind], id, NAMES_IN_PATHS[kind]);
}

/** What Stripe calls the id in a path where it does not call it `id`, as far as that is known. */
const NAMES_IN_PATHS: Readonly<Partial<Record<Kind, string>>> = { payment_intent: 'intent', person: 'person' };

/** What Stripe calls each kind in a refusal. */
export const NOUNS: Readonly<Record<Kind, string>> = {
  account: 'account',
  account_link: 'account_link',
  account_session: 'account_session',
  account_token: 'token',
  application_fee: 'application fee',
  application_fee_refund: 'fee_refund',
  balance_transaction: 'balance transaction',
  charge: 'charge',
  checkout_session: 'checkout.session',
  customer: 'customer',
  destination_payment: 'charge',
  dispute: 'dispute',
  early_fraud_warning: 'early_fraud_warning',
  event: 'event',
  file: 'file upload',
  payment_intent: 'payment_intent',
  payment_method: 'PaymentMethod',
  payout: 'payout',
  person: 'person',
  price: 'price',
  product: 'product',
  refund: 'refund',
  transfer: 'transfer',
  transfer_reversal: 'transfer_reversal',
  tax_registration: 'tax registration',
  tax_settings: 'tax settings',
  token: 'token',
  webhook_endpoint: 'webhook endpoint',
};
