import type { Kind } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { invalidParam } from './stripe-error.ts';
import { WhenAsked } from './when-asked.ts';

/** Which fields of which objects hold an id that can be replaced by its object. */
const EXPANDABLE: Readonly<Record<string, readonly string[]>> = {
  application_fee: ['account', 'balance_transaction', 'charge', 'originating_transaction'],
  balance_transaction: ['source'],
  transfer: ['balance_transaction', 'destination', 'destination_payment', 'source_transaction'],
  transfer_reversal: ['balance_transaction', 'source_refund', 'transfer'],
  'radar.early_fraud_warning': ['charge', 'payment_intent'],
  charge: [
    'application_fee',
    'on_behalf_of',
    'source_transfer',
    'transfer',
    'balance_transaction',
    'customer',
    'failure_balance_transaction',
    'payment_intent',
  ],
  'checkout.session': ['customer', 'payment_intent'],
  dispute: ['charge', 'payment_intent'],
  fee_refund: ['balance_transaction', 'fee'],
  payment_intent: ['customer', 'latest_charge', 'payment_method'],
  payment_method: ['customer'],
  payout: ['balance_transaction', 'destination', 'failure_balance_transaction'],
  price: ['product'],
  product: ['default_price'],
  capability: ['account'],
  refund: ['transfer_reversal', 'balance_transaction', 'charge', 'failure_balance_transaction', 'payment_intent'],
};

const KIND_BY_PREFIX: Readonly<Record<string, Kind>> = {
  acct: 'account',
  ch: 'charge',
  cs: 'checkout_session',
  cus: 'customer',
  du: 'dispute',
  fee: 'application_fee',
  file: 'file',
  fr: 'application_fee_refund',
  pi: 'payment_intent',
  pm: 'payment_method',
  po: 'payout',
  price: 'price',
  prod: 'product',
  re: 'refund',
  issfr: 'early_fraud_warning',
  py: 'destination_payment',
  tr: 'transfer',
  trr: 'transfer_reversal',
  txn: 'balance_transaction',
};

interface WireObject {
  [field: string]: unknown;
}

/**
 * Replaces ids by their objects along each path, at most four deep, and makes what is there only when asked for.
 *
 * @throws {StripeError} for a path that leads nowhere.
 */
export function expand(world: World, answer: object, paths: readonly string[]): object {
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 4)
      throw invalidParam('You cannot expand more than 4 levels of a property. Property: ' + path, 'expand');
    if (isObject(answer)) follow(world, answer, steps, path);
  }
  return answer;
}

function follow(world: World, at: WireObject, [step, ...rest]: readonly string[], path: string): void {
  if (step === undefined) return;
  if (at[step] instanceof WhenAsked) at[step] = at[step].make();
  const value = at[step];
  if (isObject(value) || Array.isArray(value)) {
    for (const inner of Array.isArray(value) ? value : [value]) if (isObject(inner)) follow(world, inner, rest, path);
    return;
  }
  const type = String(at['object']);
  if (!Object.hasOwn(at, step) || (typeof value === 'string' && EXPANDABLE[type]?.includes(step) !== true))
    throw invalidParam(`This property cannot be expanded (${path}).`, 'expand');
  if (typeof value !== 'string') return;
  const kind = KIND_BY_PREFIX[value.split('_', 1)[0] ?? ''];
  const object = kind && world.store.find(kind, value);
  if (kind === undefined || object === undefined) return;
  const found: unknown = world.render(world, kind, object);
  at[step] = found;
  if (isObject(found)) follow(world, found, rest, path);
}

function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
