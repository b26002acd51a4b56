/** Says whether a thin event of this type is told of no object: it is about an account alone. */
const ABOUT_NOTHING = /^account\.(?:application|external_account)\./u;

/** What there is one of for each account, and so has no id. */
const SINGLETONS: Readonly<Record<string, string>> = {
  balance: '/v1/balance',
  balance_settings: '/v1/balance_settings',
  'tax.settings': '/v1/tax/settings',
};

/** What a thin event says of the object that a snapshot event shows. */
export interface RelatedObject {
  /** Missing on what there is only one of. */
  readonly id?: string;
  readonly type: string;
  readonly url: string;
}

/** Returns the reference to an object of API v1 for a thin event of a type; null where such events have none. */
export function relatedTo(type: string, object: object): RelatedObject | null {
  if (ABOUT_NOTHING.test(type)) return null;
  const fields = new Map(Object.entries(object).map(([name, value]) => [name, String(value)]));
  const kind = fields.get('object') ?? '';
  const singleton = SINGLETONS[kind];
  if (singleton !== undefined) return { type: kind, url: singleton };
  const id = fields.get('id') ?? '';
  return { id, type: kind, url: `${folderOf(kind, fields)}/${id}` };
}

/** Some objects are found below another one. */
function folderOf(kind: string, fields: ReadonlyMap<string, string>): string {
  if (kind === 'capability') return `/v1/accounts/${fields.get('account')}/capabilities`;
  if (kind === 'person') return `/v1/accounts/${fields.get('account')}/persons`;
  if (kind === 'fee_refund') return `/v1/application_fees/${fields.get('fee')}/refunds`;
  return `/v1/${kind.replaceAll('.', '/')}s`;
}
