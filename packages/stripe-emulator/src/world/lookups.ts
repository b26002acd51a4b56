import type { Kind, Kinds } from './state.ts';

/** What an object's field is compared with; a boolean is 0 or 1 in the index. */
export type Value = string | number | boolean | null;

type Lookups = { readonly [K in Kind]?: readonly (readonly (keyof Kinds[K] & string)[])[] };

/**
 * What objects are looked up by besides their id, so that a page costs the same among a million. Fields that few values
 * share out between them stand together where they are asked for together; of two that fit, the first is taken.
 */
const LOOKED_UP_BY = {
  account: [['closed'], ['closed', 'deauthorized']],
  account_link: [['flow']],
  account_session: [['signInToken']],
  application_fee: [['charge']],
  application_fee_refund: [['fee']],
  balance_transaction: [['source'], ['payout'], ['payout', 'type'], ['type'], ['currency'], ['type', 'currency']],
  charge: [['paymentIntent'], ['transferGroup'], ['customer']],
  checkout_session: [['paymentIntent'], ['status']],
  customer: [['deleted', 'email'], ['deleted']],
  dispute: [['charge'], ['paymentIntent']],
  early_fraud_warning: [['charge'], ['paymentIntent']],
  event: [
    ['form', 'related'],
    ['form', 'related', 'type'],
    ['form'],
    ['form', 'type'],
    ['form', 'delivered'],
    ['form', 'delivered', 'type'],
  ],
  file: [['purpose']],
  payment_intent: [['customer'], ['status']],
  payment_method: [['customer']],
  payout: [['destination'], ['status'], ['destination', 'status']],
  price: [['lookupKey'], ['product'], ['product', 'active'], ['active'], ['currency'], ['active', 'currency']],
  product: [['url'], ['active'], ['shippable'], ['active', 'shippable']],
  refund: [['charge'], ['paymentIntent']],
  tax_registration: [['country']],
  transfer: [['sourceTransaction'], ['transferGroup'], ['destination']],
  transfer_reversal: [['transfer'], ['destinationPaymentRefund']],
  webhook_endpoint: [['form']],
} as const satisfies Lookups;

type LookedUp = typeof LOOKED_UP_BY;
type Field<K extends Kind> = K extends keyof LookedUp ? LookedUp[K][number][number] : never;

/** Only objects whose fields have exactly these values, or one of several; what is undefined was not asked for. */
export type Where<K extends Kind> = Readonly<Partial<Record<Field<K>, Value | readonly Value[] | undefined>>>;

const NEWEST = 'objects_by_place';

/** Writes how a field is read in SQL, as the indexes have it. */
export function fieldSql(field: string): string {
  return `document ->> '$.${field}'`;
}

const groups: Lookups = LOOKED_UP_BY;

/** Every index of the objects, by its name. */
export const INDEXES: ReadonlyMap<string, string> = new Map([
  [NEWEST, `create index ${NEWEST} on objects (kind, account, place)`],
  [
    'instant_payouts',
    `create index instant_payouts on objects (${fieldSql('currency')}, created)
      where kind = 'payout' and ${fieldSql('method')} = 'instant'`,
  ],
  [
    // Searching for the customer of an e-mail address, however it is written, costs the same among a million.
    'customer_by_email',
    `create index customer_by_email on objects (account, lower(${fieldSql('email')}), place) where kind = 'customer'`,
  ],
  // Forgetting old events looks at no others.
  ['events_by_age', `create index events_by_age on objects (created) where kind = 'event'`],
  ...Object.entries(groups).flatMap(([kind, ofKind]) =>
    ofKind.map((fields): [string, string] => {
      const name = indexName(kind, fields);
      const columns = fields.map((field) => fieldSql(field)).join(', ');
      return [name, `create index ${name} on objects (account, ${columns}, place) where kind = '${kind}'`];
    }),
  ),
]);

/**
 * Returns the index that finds objects of a kind by the most of these fields.
 *
 * @throws {Error} where none does, as everything would have to be read: the caller's own mistake.
 */
export function indexFor(kind: Kind, fields: readonly string[]): string {
  if (fields.length === 0) return NEWEST;
  const fitting = (groups[kind] ?? []).filter((group) => group.every((field) => fields.includes(field)));
  const [most] = fitting.toSorted((one, other) => other.length - one.length);
  if (most === undefined) throw new Error(`Nothing finds a ${kind} by ${fields.join(' and ')}`);
  return indexName(kind, most);
}

function indexName(kind: string, fields: readonly string[]): string {
  return [kind, 'by', ...fields].join('_');
}
