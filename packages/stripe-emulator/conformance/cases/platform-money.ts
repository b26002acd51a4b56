import type { Case } from '../case.ts';

const SHOWN = { metadata: { shown: 'yes' } };

/** What the platform earns, and what it sends to accounts. */
export const platformMoneyCases: readonly Case[] = [
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
  [
    'GET /v1/application_fees/:id/refunds',
    'Stripe.ApiList<Stripe.FeeRefund>',
    ({ stripe, made }) => stripe.applicationFees.listRefunds(made.fee),
  ],
  [
    'POST /v1/application_fees/:id/refunds',
    'Stripe.FeeRefund',
    ({ stripe, made }) => stripe.applicationFees.createRefund(made.fee, { amount: 20 }),
  ],
  [
    'GET /v1/application_fees/:id/refunds/:refund',
    'Stripe.FeeRefund',
    ({ stripe, made }) => stripe.applicationFees.retrieveRefund(made.fee, made.feeRefund),
  ],
  [
    'POST /v1/application_fees/:id/refunds/:refund',
    'Stripe.FeeRefund',
    ({ stripe, made }) => stripe.applicationFees.updateRefund(made.fee, made.feeRefund, SHOWN),
  ],
  ['GET /v1/transfers', 'Stripe.ApiList<Stripe.Transfer>', ({ stripe }) => stripe.transfers.list()],
  [
    'POST /v1/transfers',
    'Stripe.Transfer',
    ({ stripe, seller }) => stripe.transfers.create({ amount: 100, currency: 'usd', destination: seller }),
  ],
  ['GET /v1/transfers/:id', 'Stripe.Transfer', ({ stripe, made }) => stripe.transfers.retrieve(made.transfer)],
  ['POST /v1/transfers/:id', 'Stripe.Transfer', ({ stripe, made }) => stripe.transfers.update(made.transfer, SHOWN)],
  [
    'GET /v1/transfers/:id/reversals',
    'Stripe.ApiList<Stripe.TransferReversal>',
    ({ stripe, made }) => stripe.transfers.listReversals(made.transfer),
  ],
  [
    'POST /v1/transfers/:id/reversals',
    'Stripe.TransferReversal',
    ({ stripe, made }) => stripe.transfers.createReversal(made.transfer, { amount: 20 }),
  ],
  [
    'GET /v1/transfers/:id/reversals/:reversal',
    'Stripe.TransferReversal',
    ({ stripe, made }) => stripe.transfers.retrieveReversal(made.transfer, made.reversal),
  ],
  [
    'POST /v1/transfers/:id/reversals/:reversal',
    'Stripe.TransferReversal',
    ({ stripe, made }) => stripe.transfers.updateReversal(made.transfer, made.reversal, SHOWN),
  ],
];
