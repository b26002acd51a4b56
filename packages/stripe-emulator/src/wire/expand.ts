import type { Kind } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { invalidParam } from './stripe-error.ts';

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

/** Fields that are there only when asked for. */
const INCLUDABLE: Readonly<Record<string, readonly string[]>> = {
  'checkout.session': ['line_items'],
  charge: ['refunds'],
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
 * Replaces ids by their objects along each path, at most four deep, and leaves out what must be asked for and was not.
 *
 * @throws {StripeError} for a path that leads nowhere.
 */
export function expand(world: World, answer: object, paths: readonly string[]): object {
  const copy: unknown = structuredClone(answer);
  if (!isObject(copy)) return answer;
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 4)
      throw invalidParam('You cannot expand more than 4 levels of a property. Property: ' + path, 'expand');
    follow(world, copy, steps, path);
  }
  hideUnasked(copy, paths, '');
  return copy;
}

function follow(world: World, at: WireObject, [step, ...rest]: readonly string[], path: string): void {
  if (step === undefined) return;
  if (at['object'] === 'list' && step === 'data') {
    if (Array.isArray(at['data'])) for (const item of at['data']) if (isObject(item)) follow(world, item, rest, path);
    return;
  }
  const value = at[step];
  if (isObject(value)) {
    follow(world, value, rest, path);
    return;
  }
  const type = String(at['object']);
  if (!Object.hasOwn(at, step) || (typeof value === 'string' && EXPANDABLE[type]?.includes(step) !== true))
    throw invalidParam(`This property cannot be expanded (${path}).`, 'expand');
  if (typeof value !== 'string') return;
  const kind = KIND_BY_PREFIX[value.split('_', 1)[0] ?? ''];
  const object = kind && world.store.find(kind, value);
  if (kind === undefined || object === undefined) return;
  const found: unknown = structuredClone(world.render(world, kind, object));
  at[step] = found;
  if (isObject(found)) follow(world, found, rest, path);
}

function hideUnasked(at: WireObject, paths: readonly string[], prefix: string): void {
  for (const field of INCLUDABLE[String(at['object'])] ?? []) {
    const asked = paths.some((path) => path === `${prefix}${field}` || path.startsWith(`${prefix}${field}.`));
    if (!asked) delete at[field];
  }
  if (at['object'] === 'balance' && !paths.includes('instant_available.net_available')) hideNet(at);
  for (const [field, value] of Object.entries(at)) {
    if (isObject(value)) hideUnasked(value, paths, `${prefix}${field}.`);
    else if (Array.isArray(value) && field === 'data')
      for (const item of value) if (isObject(item)) hideUnasked(item, paths, `${prefix}data.`);
  }
}

/** A balance holds lists that are no list objects; what its instant part nets must be asked for. */
function hideNet({ instant_available: parts }: WireObject): void {
  if (Array.isArray(parts)) for (const part of parts) if (isObject(part)) delete part['net_available'];
}

function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
