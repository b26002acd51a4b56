import type { Case } from '../case.ts';
import { CARD } from '../wishes.ts';

const SALE = { amount: 900, currency: 'usd', confirm: true, ...CARD } as const;
const TYPED = { number: '4242424242424242', exp_month: '12', exp_year: '2034', cvc: '123', name: 'Ann' };

/** What was shown before, in states that are rarer: lists have everything that there is by now. */
export const rarerCases: readonly Case[] = [
  [
    'POST /v1/accounts/:id',
    'Stripe.Account',
    ({ stripe, made }) =>
      stripe.accounts.update(made.account, {
        settings: { payouts: { schedule: { interval: 'monthly', monthly_anchor: 31 } } },
      }),
  ],
  ['GET /v1/accounts', 'Stripe.ApiList<Stripe.Account>', ({ stripe }) => stripe.accounts.list({ limit: 100 })],
  ['POST /v1/tokens', 'Stripe.Token', ({ stripe }) => stripe.tokens.create({ card: TYPED })],
  [
    'POST /v1/products',
    'Stripe.Product',
    ({ stripe }) => stripe.products.create({ name: 'Cake', default_price_data: { currency: 'usd', unit_amount: 700 } }),
  ],
  [
    'POST /v1/payment_intents',
    'Stripe.PaymentIntent',
    ({ stripe, on }) => stripe.paymentIntents.create({ ...SALE, payment_method: 'pm_card_threeDSecureRequired' }, on),
  ],
  [
    'POST /v1/payment_intents',
    'Stripe.PaymentIntent',
    ({ stripe, seller }) =>
      stripe.paymentIntents.create({
        ...SALE,
        payment_method: 'pm_card_visa',
        application_fee_amount: 90,
        on_behalf_of: seller,
        transfer_data: { destination: seller },
      }),
  ],
  [
    'GET /v1/payment_intents',
    'Stripe.ApiList<Stripe.PaymentIntent>',
    ({ stripe, on }) => stripe.paymentIntents.list({ limit: 100 }, on),
  ],
  ['GET /v1/charges', 'Stripe.ApiList<Stripe.Charge>', ({ stripe, on }) => stripe.charges.list({ limit: 100 }, on)],
  ['GET /v1/charges', 'Stripe.ApiList<Stripe.Charge>', ({ stripe }) => stripe.charges.list({ limit: 100 })],
  ['GET /v1/refunds', 'Stripe.ApiList<Stripe.Refund>', ({ stripe, on }) => stripe.refunds.list({ limit: 100 }, on)],
  ['GET /v1/disputes', 'Stripe.ApiList<Stripe.Dispute>', ({ stripe, on }) => stripe.disputes.list({}, on)],
  ['GET /v1/payouts', 'Stripe.ApiList<Stripe.Payout>', ({ stripe, on }) => stripe.payouts.list({}, on)],
  [
    'GET /v1/checkout/sessions',
    'Stripe.ApiList<Stripe.Checkout.Session>',
    ({ stripe, on }) => stripe.checkout.sessions.list({}, on),
  ],
  ['GET /v1/balance', 'Stripe.Balance', ({ stripe }) => stripe.balance.retrieve()],
];

/** The same with other objects in them. */
export const expandedCases: readonly Case[] = [
  [
    'GET /v1/balance',
    'Stripe.Balance',
    ({ stripe, on }) => stripe.balance.retrieve({ expand: ['instant_available.net_available'] }, on),
  ],
  [
    'GET /v1/charges/:id',
    'Stripe.Charge',
    ({ stripe, on, made }) =>
      stripe.charges.retrieve(
        made.charge,
        { expand: ['application_fee', 'balance_transaction', 'payment_intent', 'refunds.data.balance_transaction'] },
        on,
      ),
  ],
  [
    'GET /v1/payment_intents/:id',
    'Stripe.PaymentIntent',
    ({ stripe, on, made }) =>
      stripe.paymentIntents.retrieve(
        made.intent,
        { expand: ['latest_charge.balance_transaction.source', 'payment_method'] },
        on,
      ),
  ],
  [
    'GET /v1/checkout/sessions/:id',
    'Stripe.Checkout.Session',
    ({ stripe, on, made }) =>
      stripe.checkout.sessions.retrieve(made.checkout, { expand: ['line_items', 'payment_intent'] }, on),
  ],
  [
    'GET /v1/refunds/:id',
    'Stripe.Refund',
    ({ stripe, on, made }) =>
      stripe.refunds.retrieve(
        made.pendingRefund,
        { expand: ['charge', 'payment_intent', 'balance_transaction', 'failure_balance_transaction'] },
        on,
      ),
  ],
  [
    'GET /v1/disputes/:id',
    'Stripe.Dispute',
    ({ stripe, on, made }) => stripe.disputes.retrieve(made.dispute, { expand: ['charge', 'payment_intent'] }, on),
  ],
  [
    'GET /v1/payouts/:id',
    'Stripe.Payout',
    ({ stripe, on, made }) =>
      stripe.payouts.retrieve(
        made.payout,
        { expand: ['balance_transaction', 'destination', 'failure_balance_transaction'] },
        on,
      ),
  ],
  [
    'GET /v1/payouts',
    'Stripe.ApiList<Stripe.Payout>',
    ({ stripe, on }) => stripe.payouts.list({ expand: ['data.destination.account'] }, on),
  ],
  [
    'GET /v1/transfers/:id/reversals/:reversal',
    'Stripe.TransferReversal',
    ({ stripe, made }) =>
      stripe.transfers.retrieveReversal(made.transfer, made.reversal, {
        expand: ['destination_payment_refund.balance_transaction', 'destination_payment_refund.charge'],
      }),
  ],
  [
    'GET /v1/charges/:id',
    'Stripe.Charge',
    ({ stripe, on, made }) => stripe.charges.retrieve(made.charge, { expand: ['application'] }, on),
  ],
  [
    'GET /v1/transfers/:id',
    'Stripe.Transfer',
    ({ stripe, made }) =>
      stripe.transfers.retrieve(made.transfer, {
        expand: ['balance_transaction', 'destination', 'destination_payment', 'reversals.data.balance_transaction'],
      }),
  ],
  [
    'GET /v1/application_fees/:id',
    'Stripe.ApplicationFee',
    ({ stripe, made }) =>
      stripe.applicationFees.retrieve(made.fee, { expand: ['account', 'balance_transaction', 'refunds.data.fee'] }),
  ],
  [
    'GET /v1/radar/early_fraud_warnings/:id',
    'Stripe.Radar.EarlyFraudWarning',
    ({ stripe, on, made }) =>
      stripe.radar.earlyFraudWarnings.retrieve(made.warning, { expand: ['charge', 'payment_intent'] }, on),
  ],
  [
    'GET /v1/prices/:id',
    'Stripe.Price',
    ({ stripe, made }) => stripe.prices.retrieve(made.price, { expand: ['product'] }),
  ],
  [
    'GET /v1/balance_transactions',
    'Stripe.ApiList<Stripe.BalanceTransaction>',
    ({ stripe, on }) => stripe.balanceTransactions.list({ limit: 100, expand: ['data.source'] }, on),
  ],
  [
    'GET /v1/balance_transactions',
    'Stripe.ApiList<Stripe.BalanceTransaction>',
    ({ stripe }) => stripe.balanceTransactions.list({ limit: 100, expand: ['data.source'] }),
  ],
];
