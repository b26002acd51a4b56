import type Stripe from 'stripe';
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

const REFRESH = { refresh_url: 'https://example.com/refresh', return_url: 'https://example.com/return' };

const accounts: readonly Case[] = [
  ['GET /v1/account', 'Stripe.Account', ({ stripe }) => stripe.accounts.retrieveCurrent()],
  ['GET /v1/accounts', 'Stripe.ApiList<Stripe.Account>', ({ stripe }) => stripe.accounts.list({ limit: 3 })],
  ['POST /v1/accounts', 'Stripe.Account', ({ stripe }) => stripe.accounts.create({ country: 'US' })],
  ['GET /v1/accounts/:id', 'Stripe.Account', ({ stripe, seller }) => stripe.accounts.retrieve(seller)],
  [
    'POST /v1/accounts/:id',
    'Stripe.Account',
    ({ stripe, seller }) => stripe.accounts.update(seller, { metadata: { shown: 'yes' } }),
  ],
  [
    'POST /v1/accounts/:id/reject',
    'Stripe.Account',
    ({ stripe, made }) => stripe.accounts.reject(made.account, { reason: 'other' }),
  ],
  ['DELETE /v1/accounts/:id', 'Stripe.DeletedAccount', async ({ stripe, made }) => stripe.accounts.del(made.bare)],
  [
    'GET /v1/accounts/:id/capabilities',
    'Stripe.ApiList<Stripe.Capability>',
    ({ stripe, seller }) => stripe.accounts.listCapabilities(seller),
  ],
  [
    'GET /v1/accounts/:id/capabilities/:capability',
    'Stripe.Capability',
    ({ stripe, seller }) => stripe.accounts.retrieveCapability(seller, 'card_payments'),
  ],
  [
    'POST /v1/accounts/:id/capabilities/:capability',
    'Stripe.Capability',
    ({ stripe, seller }) => stripe.accounts.updateCapability(seller, 'transfers', { requested: true }),
  ],
  [
    'GET /v1/accounts/:id/external_accounts',
    'Stripe.ApiList<Stripe.ExternalAccount>',
    ({ stripe, seller }) => stripe.accounts.listExternalAccounts(seller),
  ],
  [
    'POST /v1/accounts/:id/external_accounts',
    'Stripe.ExternalAccount',
    ({ stripe, made }) => stripe.accounts.createExternalAccount(made.account, { external_account: 'btok_us_verified' }),
  ],
  [
    'GET /v1/accounts/:id/persons',
    'Stripe.ApiList<Stripe.Person>',
    ({ stripe, made }) => stripe.accounts.listPersons(made.account),
  ],
  [
    'POST /v1/accounts/:id/persons',
    'Stripe.Person',
    ({ stripe, made }) => stripe.accounts.createPerson(made.account, { first_name: 'Ann', dob: BORN }),
  ],
  [
    'GET /v1/accounts/:id/persons/:person',
    'Stripe.Person',
    ({ stripe, made }) => stripe.accounts.retrievePerson(made.account, made.person),
  ],
  [
    'POST /v1/accounts/:id/persons/:person',
    'Stripe.Person',
    ({ stripe, made }) => stripe.accounts.updatePerson(made.account, made.person, { relationship: { owner: true } }),
  ],
  [
    'DELETE /v1/accounts/:id/persons/:person',
    'Stripe.DeletedPerson',
    ({ stripe, made }) => stripe.accounts.deletePerson(made.account, made.person),
  ],
  [
    'POST /v1/account_links',
    'Stripe.AccountLink',
    ({ stripe, seller }) => stripe.accountLinks.create({ account: seller, type: 'account_onboarding', ...REFRESH }),
  ],
  [
    'POST /v1/account_sessions',
    'Stripe.AccountSession',
    ({ stripe, seller }) =>
      stripe.accountSessions.create({ account: seller, components: { payments: { enabled: true } } }),
  ],
];

const BORN = { day: 1, month: 1, year: 1980 };
const INCLUDE = ['configuration.merchant', 'defaults', 'identity', 'requirements'] as const;

const accountsV2: readonly Case[] = [
  [
    'POST /v2/core/accounts',
    'Stripe.V2.Core.Account',
    ({ stripe }) => stripe.v2.core.accounts.create({ display_name: 'Shown', include: [...INCLUDE] }),
  ],
  [
    'GET /v2/core/accounts',
    'Stripe.V2List<Stripe.V2.Core.Account>',
    ({ stripe }) => stripe.v2.core.accounts.list({ limit: 2 }),
  ],
  [
    'GET /v2/core/accounts/:id',
    'Stripe.V2.Core.Account',
    ({ stripe, seller }) => stripe.v2.core.accounts.retrieve(seller, { include: [...INCLUDE] }),
  ],
  [
    'POST /v2/core/accounts/:id',
    'Stripe.V2.Core.Account',
    ({ stripe, made }) => stripe.v2.core.accounts.update(made.v2, { display_name: 'Renamed' }),
  ],
  [
    'POST /v2/core/accounts/:id/persons',
    'Stripe.V2.Core.AccountPerson',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.create(made.v2, { given_name: 'Ann', date_of_birth: BORN }),
  ],
  [
    'GET /v2/core/accounts/:id/persons',
    'Stripe.V2List<Stripe.V2.Core.AccountPerson>',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.list(made.v2),
  ],
  [
    'GET /v2/core/accounts/:id/persons/:person',
    'Stripe.V2.Core.AccountPerson',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.retrieve(made.v2, made.personV2),
  ],
  [
    'DELETE /v2/core/accounts/:id/persons/:person',
    'Stripe.V2.DeletedObject',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.del(made.v2, made.personV2),
  ],
  [
    'POST /v2/core/accounts/:id/close',
    'Stripe.V2.Core.Account',
    ({ stripe, made }) => stripe.v2.core.accounts.close(made.v2),
  ],
];

const trade: readonly Case[] = [
  ['POST /v1/customers', 'Stripe.Customer', ({ stripe }) => stripe.customers.create({ name: 'Ann', email: 'a@b.co' })],
  ['GET /v1/customers', 'Stripe.ApiList<Stripe.Customer>', ({ stripe }) => stripe.customers.list()],
  ['GET /v1/customers/:id', 'Stripe.Customer', ({ stripe, made }) => stripe.customers.retrieve(made.customer)],
  [
    'POST /v1/customers/:id',
    'Stripe.Customer',
    ({ stripe, made }) => stripe.customers.update(made.customer, { address: { city: 'Berlin' } }),
  ],
  [
    'GET /v1/customers/search',
    'Stripe.ApiSearchResult<Stripe.Customer>',
    ({ stripe }) => stripe.customers.search({ query: "email:'a@b.co'" }),
  ],
  [
    'POST /v1/payment_methods/:id/attach',
    'Stripe.PaymentMethod',
    ({ stripe, made }) => stripe.paymentMethods.attach(made.method, { customer: made.customer }),
  ],
  [
    'GET /v1/payment_methods',
    'Stripe.ApiList<Stripe.PaymentMethod>',
    ({ stripe, made }) => stripe.paymentMethods.list({ customer: made.customer }),
  ],
  [
    'POST /v1/payment_methods/:id/detach',
    'Stripe.PaymentMethod',
    ({ stripe, made }) => stripe.paymentMethods.detach(made.method),
  ],
  ['DELETE /v1/customers/:id', 'Stripe.DeletedCustomer', ({ stripe, made }) => stripe.customers.del(made.customer)],
  ['POST /v1/products', 'Stripe.Product', ({ stripe }) => stripe.products.create({ name: 'Bread' })],
  ['GET /v1/products', 'Stripe.ApiList<Stripe.Product>', ({ stripe }) => stripe.products.list()],
  ['GET /v1/products/:id', 'Stripe.Product', ({ stripe, made }) => stripe.products.retrieve(made.product)],
  [
    'POST /v1/prices',
    'Stripe.Price',
    ({ stripe, made }) => stripe.prices.create({ currency: 'usd', unit_amount: 500, product: made.product }),
  ],
  ['GET /v1/prices', 'Stripe.ApiList<Stripe.Price>', ({ stripe }) => stripe.prices.list()],
  ['GET /v1/prices/:id', 'Stripe.Price', ({ stripe, made }) => stripe.prices.retrieve(made.price)],
  ['POST /v1/tokens', 'Stripe.Token', ({ stripe }) => stripe.tokens.create({ bank_account: BANK })],
  ['GET /v1/tokens/:id', 'Stripe.Token', ({ stripe, made }) => stripe.tokens.retrieve(made.token)],
  ['GET /v1/files/:id', 'Stripe.File', ({ stripe, made }) => stripe.files.retrieve(made.file)],
  ['GET /v1/files', 'Stripe.ApiList<Stripe.File>', ({ stripe }) => stripe.files.list()],
];

/** A bank account that payouts reach. */
export const BANK = { country: 'US', currency: 'usd', account_number: '000123456789', routing_number: '110000000' };
const CARD = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;

const money: readonly Case[] = [
  [
    'POST /v1/payment_intents',
    'Stripe.PaymentIntent',
    ({ stripe, on }) => stripe.paymentIntents.create({ amount: 900, currency: 'usd', ...CARD }, on),
  ],
  [
    'GET /v1/payment_intents',
    'Stripe.ApiList<Stripe.PaymentIntent>',
    ({ stripe, on }) => stripe.paymentIntents.list({ limit: 2 }, on),
  ],
  [
    'GET /v1/payment_intents/:id',
    'Stripe.PaymentIntent',
    ({ stripe, on, made }) => stripe.paymentIntents.retrieve(made.intent, {}, on),
  ],
  ['GET /v1/charges', 'Stripe.ApiList<Stripe.Charge>', ({ stripe, on }) => stripe.charges.list({ limit: 2 }, on)],
  ['GET /v1/charges/:id', 'Stripe.Charge', ({ stripe, on, made }) => stripe.charges.retrieve(made.charge, {}, on)],
  [
    'POST /v1/charges/:id',
    'Stripe.Charge',
    ({ stripe, on, made }) => stripe.charges.update(made.charge, { description: 'Bread' }, on),
  ],
  [
    'POST /v1/refunds',
    'Stripe.Refund',
    ({ stripe, on, made }) => stripe.refunds.create({ charge: made.charge, amount: 100 }, on),
  ],
  ['GET /v1/refunds', 'Stripe.ApiList<Stripe.Refund>', ({ stripe, on }) => stripe.refunds.list({}, on)],
  ['GET /v1/refunds/:id', 'Stripe.Refund', ({ stripe, on, made }) => stripe.refunds.retrieve(made.refund, {}, on)],
  [
    'POST /v1/checkout/sessions',
    'Stripe.Checkout.Session',
    ({ stripe, on }) => stripe.checkout.sessions.create(checkout(), on),
  ],
  [
    'GET /v1/checkout/sessions',
    'Stripe.ApiList<Stripe.Checkout.Session>',
    ({ stripe, on }) => stripe.checkout.sessions.list({}, on),
  ],
  [
    'GET /v1/checkout/sessions/:id',
    'Stripe.Checkout.Session',
    ({ stripe, on, made }) => stripe.checkout.sessions.retrieve(made.checkout, {}, on),
  ],
  [
    'GET /v1/checkout/sessions/:id/line_items',
    'Stripe.ApiList<Stripe.LineItem>',
    ({ stripe, on, made }) => stripe.checkout.sessions.listLineItems(made.checkout, {}, on),
  ],
  [
    'POST /v1/checkout/sessions/:id/expire',
    'Stripe.Checkout.Session',
    ({ stripe, on, made }) => stripe.checkout.sessions.expire(made.checkout, {}, on),
  ],
  ['GET /v1/disputes', 'Stripe.ApiList<Stripe.Dispute>', ({ stripe, on }) => stripe.disputes.list({}, on)],
  ['GET /v1/disputes/:id', 'Stripe.Dispute', ({ stripe, on, made }) => stripe.disputes.retrieve(made.dispute, {}, on)],
  [
    'GET /v1/charges/search',
    'Stripe.ApiSearchResult<Stripe.Charge>',
    ({ stripe, on }) => stripe.charges.search({ query: 'amount>100 AND currency:"usd"' }, on),
  ],
  [
    'GET /v1/payment_intents/search',
    'Stripe.ApiSearchResult<Stripe.PaymentIntent>',
    ({ stripe, on }) => stripe.paymentIntents.search({ query: 'status:"succeeded"' }, on),
  ],
  ['GET /v1/balance', 'Stripe.Balance', ({ stripe, on }) => stripe.balance.retrieve({}, on)],
  ['GET /v1/balance_settings', 'Stripe.BalanceSettings', ({ stripe, on }) => stripe.balanceSettings.retrieve({}, on)],
  [
    'GET /v1/balance_transactions',
    'Stripe.ApiList<Stripe.BalanceTransaction>',
    ({ stripe, on }) => stripe.balanceTransactions.list({ limit: 3 }, on),
  ],
  [
    'GET /v1/balance_transactions/:id',
    'Stripe.BalanceTransaction',
    ({ stripe, on, made }) => stripe.balanceTransactions.retrieve(made.transaction, {}, on),
  ],
  [
    'GET /v1/application_fees',
    'Stripe.ApiList<Stripe.ApplicationFee>',
    ({ stripe }) => stripe.applicationFees.list({ limit: 2 }),
  ],
  [
    'GET /v1/application_fees/:id',
    'Stripe.ApplicationFee',
    ({ stripe, made }) => stripe.applicationFees.retrieve(made.fee),
  ],
  ['GET /v1/payouts', 'Stripe.ApiList<Stripe.Payout>', ({ stripe, on }) => stripe.payouts.list({}, on)],
  [
    'GET /v1/webhook_endpoints',
    'Stripe.ApiList<Stripe.WebhookEndpoint>',
    ({ stripe }) => stripe.webhookEndpoints.list(),
  ],
];

/** A page on which somebody pays for a bread. */
export const checkout = (): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  success_url: 'https://example.com/paid',
  line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Bread' } } }],
});

/** Every case; the order matters only where one ends what another needs. */
export const cases: readonly Case[] = [...accounts, ...accountsV2, ...trade, ...money];
