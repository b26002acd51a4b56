import type { Kind } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { invalidParam } from './stripe-error.ts';
import { WhenAsked } from './when-asked.ts';

/** Which fields of which objects hold an id that can be replaced by its object, or a part that must be asked for. */
const EXPANDABLE: Readonly<Record<string, readonly string[]>> = {
  account: [
    'company.verification.document.back',
    'company.verification.document.front',
    'settings.branding.icon',
    'settings.branding.logo',
  ],
  application_fee: ['account', 'application', 'balance_transaction', 'charge', 'originating_transaction'],
  balance: ['instant_available.net_available'],
  balance_transaction: ['source'],
  bank_account: ['account', 'customer'],
  capability: ['account'],
  card: ['account', 'customer'],
  charge: [
    'application',
    'application_fee',
    'balance_transaction',
    'customer',
    'failure_balance_transaction',
    'on_behalf_of',
    'outcome.rule',
    'payment_intent',
    'payment_method_details.card.mandate',
    'review',
    'source_transfer',
    'transfer',
    'transfer_data.destination',
  ],
  'checkout.session': [
    'automatic_tax.liability.account',
    'customer',
    'invoice',
    'invoice_creation.invoice_data.issuer.account',
    'payment_intent',
    'payment_link',
    'setup_intent',
    'shipping_cost.shipping_rate',
    'subscription',
  ],
  customer: ['default_source', 'invoice_settings.default_payment_method', 'test_clock'],
  dispute: [
    'charge',
    'evidence.cancellation_policy',
    'evidence.customer_communication',
    'evidence.customer_signature',
    'evidence.duplicate_charge_documentation',
    'evidence.receipt',
    'evidence.refund_policy',
    'evidence.service_documentation',
    'evidence.shipping_documentation',
    'evidence.uncategorized_file',
    'payment_intent',
  ],
  fee_refund: ['balance_transaction', 'fee'],
  payment_intent: [
    'application',
    'customer',
    'latest_charge',
    'on_behalf_of',
    'payment_method',
    'payment_record',
    'review',
    'source',
    'transfer_data.destination',
  ],
  payment_method: ['card.generated_from.setup_attempt', 'customer'],
  payout: [
    'application_fee',
    'balance_transaction',
    'destination',
    'failure_balance_transaction',
    'original_payout',
    'reversed_by',
  ],
  person: [
    'verification.additional_document.back',
    'verification.additional_document.front',
    'verification.document.back',
    'verification.document.front',
  ],
  price: ['product'],
  product: ['default_price', 'tax_code'],
  'radar.early_fraud_warning': ['charge', 'payment_intent'],
  refund: [
    'balance_transaction',
    'charge',
    'customer',
    'failure_balance_transaction',
    'payment_intent',
    'payment_method',
    'source_transfer_reversal',
    'transfer_reversal',
  ],
  search_result: ['total_count'],
  transfer: ['balance_transaction', 'destination', 'destination_payment', 'source_transaction'],
  transfer_reversal: ['balance_transaction', 'destination_payment_refund', 'source_refund', 'transfer'],
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
 * @param account Whose answer it is.
 * @throws {StripeError} for a path that leads nowhere.
 */
export function expand(world: World, answer: object, paths: readonly string[], account = world.platform): object {
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 4)
      throw invalidParam('You cannot expand more than 4 levels of a property. Property: ' + path, 'expand');
    if (isObject(answer)) follow({ world, account, path }, answer, steps, { type: '', part: '' });
  }
  return answer;
}

interface Wish {
  readonly world: World;
  readonly account: string;
  readonly path: string;
}

/** Where the path has come to: an object, by its type, and the part of it. */
interface Place {
  readonly type: string;
  readonly part: string;
}

function follow(wish: Wish, at: WireObject, [step, ...rest]: readonly string[], from: Place): void {
  if (step === undefined) return;
  const { object: type } = at;
  const place = typeof type === 'string' ? { type, part: step } : { ...from, part: `${from.part}.${step}` };
  if (at[step] instanceof WhenAsked) at[step] = at[step].make();
  const value = at[step];
  if (Array.isArray(value)) for (const item of value) if (isObject(item)) follow(wish, item, rest, place);
  if (isObject(value)) follow(wish, value, rest, place);
  if (typeof value === 'object' && value !== null) return;
  if (!isExpandable(place.type, [place.part, ...rest].join('.')))
    throw invalidParam(`This property cannot be expanded (${wish.path}).`, 'expand');
  const found = typeof value === 'string' ? objectNamed(wish, value) : undefined;
  if (found === undefined) return;
  at[step] = found;
  if (isObject(found)) follow(wish, found, rest, place);
}

/** Says whether a path leads somewhere, whether or not something is there. */
function isExpandable(type: string, path: string): boolean {
  return EXPANDABLE[type]?.some((known) => path === known || path.startsWith(`${known}.`)) === true;
}

function objectNamed({ world, account }: Wish, id: string): unknown {
  const kind = KIND_BY_PREFIX[id.split('_', 1)[0] ?? ''];
  if (kind === undefined) return world.renderPart(world, account, id);
  const object = world.store.find(kind, id);
  return object && world.render(world, kind, object);
}

function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
