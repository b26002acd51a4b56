/** Ids that stand in the addresses below. */
export type Named = Readonly<
  Record<
    | 'account'
    | 'bank'
    | 'charge'
    | 'customer'
    | 'fee'
    | 'group'
    | 'paymentIntent'
    | 'payout'
    | 'platformCharge'
    | 'product'
    | 'session'
    | 'transfer',
    string
  >
>;

export interface ListRequest {
  /** The path with its query, as it is named in a report: ids are left out. */
  readonly name: string;
  readonly url: string;
  /** Whether the account asks, or the platform. */
  readonly ofAccount: boolean;
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** The lists of a connected account, each with what it can be narrowed to. */
const OF_ACCOUNT: Lists = {
  '/v1/charges': ['payment_intent={paymentIntent}', 'customer={customer}', 'transfer_group={group}'],
  '/v1/charges/{charge}/refunds': [],
  '/v1/payment_intents': ['customer={customer}'],
  '/v1/payment_methods': ['customer={customer}', 'type=card&allow_redisplay=always'],
  '/v1/refunds': ['charge={charge}', 'payment_intent={paymentIntent}'],
  '/v1/disputes': ['charge={charge}', 'payment_intent={paymentIntent}'],
  '/v1/radar/early_fraud_warnings': ['charge={charge}', 'payment_intent={paymentIntent}'],
  '/v1/balance_transactions': [
    'type=charge',
    'type=refund',
    'type=adjustment',
    'currency=usd',
    'currency=eur',
    'type=refund&currency=eur',
    'source={charge}',
    'payout={payout}',
    'payout={payout}&type=refund',
  ],
  '/v1/balance/history': ['type=refund&currency=usd', 'source={charge}', 'payout={payout}'],
  '/v1/payouts': [
    'status=paid',
    'status=failed',
    'destination={bank}',
    'status=failed&destination={bank}',
    'arrival_date[gte]=1',
  ],
  '/v1/customers': ['email=nobody@example.com', 'email=buyer1@example.com&test_clock=clock_1'],
  '/v1/customers/{customer}/payment_methods': ['type=card&allow_redisplay=always'],
  '/v1/checkout/sessions': ['payment_intent={paymentIntent}', 'status=open', 'status=expired'],
  '/v1/checkout/sessions/{session}/line_items': [],
  '/v1/products': [
    'active=false',
    'shippable=true',
    'active=true&shippable=false',
    'url=https://example.com&ids[]=prod_1',
  ],
  '/v1/prices': ['active=false', 'currency=eur', 'product={product}', 'lookup_keys[]=standard&type=one_time'],
  '/v1/files': ['purpose=dispute_evidence'],
  '/v1/tax/registrations': ['status=active'],
  '/v1/events': [
    'type=charge.dispute.created',
    'type=charge.succeeded',
    'type=charge.*',
    'type=*',
    'types[0]=payout.paid&types[1]=charge.refunded',
    'delivery_success=true',
    'delivery_success=false',
    'delivery_success=false&type=charge.succeeded',
  ],
};

const OF_PLATFORM: Lists = {
  '/v1/accounts': [],
  '/v1/accounts/{account}/external_accounts': ['object=bank_account'],
  '/v1/accounts/{account}/persons': ['relationship[owner]=true'],
  '/v2/core/accounts': ['closed=false&applied_configurations[0]=merchant'],
  '/v2/core/accounts/{account}/persons': [],
  '/v1/charges': ['transfer_group={group}'],
  '/v1/application_fees': ['charge={charge}'],
  '/v1/application_fees/{fee}/refunds': [],
  '/v1/transfers': ['destination={account}', 'transfer_group={group}'],
  '/v1/transfers/{transfer}/reversals': [],
  '/v1/balance_transactions': ['type=application_fee', 'type=payout'],
  '/v1/events': ['type=application_fee.created', 'delivery_success=false'],
  '/v2/core/events': [
    'object_id={account}',
    'types[0]=v2.core.account.updated',
    'object_id={account}&types[0]=v2.core.account.closed',
  ],
  '/v1/webhook_endpoints': [],
  '/v2/core/event_destinations': ['include[0]=webhook_endpoint.url'],
};

/** Every list of the API, whole and narrowed down; search is none. */
export function listRequests(named: Named): readonly ListRequest[] {
  return [...requestsOf(OF_ACCOUNT, true, named), ...requestsOf(OF_PLATFORM, false, named)];
}

function requestsOf(lists: Lists, ofAccount: boolean, named: Named): readonly ListRequest[] {
  const values = new Map<string, string>(Object.entries(named));
  return Object.entries(lists).flatMap(([path, filters]) =>
    ['', ...filters].map((filter) => {
      const name = filter === '' ? path : `${path}?${filter}`;
      const url = name.replaceAll(/\{(?<id>\w+)\}/gu, (_, id: string) => values.get(id) ?? '');
      return { name: `${name}${ofAccount ? '' : ' (platform)'}`, url, ofAccount };
    }),
  );
}
