import type Stripe from 'stripe';
import type { Props } from '../case.ts';
import { invalid, type Refusal } from '../refusal.ts';
import { CARD, checkout } from '../wishes.ts';

/** Payments, refunds, payouts and transfers that cannot be. */
export const moneyRefusals: readonly Refusal[] = [
  ['too small an amount', pay({ amount: 49 }), unable('amount_too_small', 'amount')],
  ['too large an amount', pay({ amount: 100_000_000 }), unable('amount_too_large', 'amount')],
  ['a fee larger than the payment', pay({ application_fee_amount: 901 }), wrong('application_fee_amount')],
  ['a fee of the platform from itself', ownPay({ application_fee_amount: 1 }), wrong('application_fee_amount')],
  ['a payment without a way back', ownPay({ confirm: true, payment_method: 'pm_card_visa' }), invalid({})],
  ['a descriptor on a card payment', pay({ statement_descriptor: 'BREAD' }), wrong('statement_descriptor')],
  [
    'a payment to an account that is not ready',
    ({ stripe, made }) => stripe.paymentIntents.create(BREAD, { stripeAccount: made.account }),
    invalid({}),
  ],
  ['a payment that is confirmed without a card', pay({ confirm: true }), unexpected()],
  [
    'a payment that is confirmed again',
    ({ stripe, on, made }) => stripe.paymentIntents.confirm(made.intent, {}, on),
    unexpected(),
  ],
  [
    'a payment that is confirmed again, without a way back',
    async ({ stripe, on }) => {
      const paid = { ...BREAD, confirm: true, payment_method: 'pm_card_visa', return_url: 'https://example.com/back' };
      const { id } = await stripe.paymentIntents.create(paid, on);
      return stripe.paymentIntents.confirm(id, {}, on);
    },
    unexpected(),
  ],
  [
    'a payment that is canceled too late',
    ({ stripe, on, made }) => stripe.paymentIntents.cancel(made.intent, {}, on),
    unexpected(),
  ],
  [
    'a payment that is captured twice',
    ({ stripe, on, made }) => stripe.paymentIntents.capture(made.intent, {}, on),
    unexpected(),
  ],
  [
    'a payment that is changed too late',
    ({ stripe, on, made }) => stripe.paymentIntents.update(made.intent, { amount: 1000 }, on),
    unexpected(),
  ],
  [
    'more captured than is held',
    ({ stripe, on, made }) => stripe.paymentIntents.capture(made.heldIntent, { amount_to_capture: 9999 }, on),
    unable('amount_too_large', 'amount_to_capture'),
  ],
  [
    'a charge that is captured twice',
    ({ stripe, on, made }) => stripe.charges.capture(made.charge, {}, on),
    unable('charge_already_captured'),
  ],
  [
    'a charge that was refunded',
    twice(async ({ stripe, on }) => {
      const { id } = await stripe.paymentIntents.create(PAID, on);
      return () => stripe.refunds.create({ payment_intent: id }, on);
    }),
    unable('charge_already_refunded'),
  ],
  ['a refund of more than was paid', refund('intent', { amount: 9999 }), wrong('amount')],
  ['a refund of a disputed charge', refund('disputedIntent'), unable('charge_disputed')],
  ['a refund of what is only held', refund('heldIntent'), invalid({})],
  ['a refund of nothing', ({ stripe, on }) => stripe.refunds.create({}, on), unable('parameter_missing', 'charge')],
  ['a refund with a transfer that is none', refund('intent', { reverse_transfer: true }), wrong('reverse_transfer')],
  [
    'a refund that is canceled too late',
    ({ stripe, on, made }) => stripe.refunds.cancel(made.refund, {}, on),
    invalid({}),
  ],
  [
    'more of a fee than is left',
    ({ stripe, made }) => stripe.applicationFees.createRefund(made.fee, { amount: 9999 }),
    wrong('amount'),
  ],
  [
    'a fee that was given back',
    twice(
      async ({ stripe, made }) =>
        () =>
          stripe.applicationFees.createRefund(made.fee),
    ),
    unable('charge_already_refunded'),
  ],
  [
    'evidence that comes too late',
    twice(
      async ({ stripe, on, made }) =>
        () =>
          stripe.disputes.update(made.dispute, EVIDENCE, on),
    ),
    unable('dispute_already_submitted'),
  ],
  [
    'a dispute that is closed twice',
    twice(
      async ({ stripe, on, made }) =>
        () =>
          stripe.disputes.close(made.dispute, {}, on),
    ),
    invalid({}),
  ],
  ['a payout of more than there is', payOut({ amount: 99_999_999 }), unable('balance_insufficient')],
  ['a payout in a currency without a bank', payOut({ currency: 'eur' }), wrong('currency')],
  ['a payout to a bank that is none', payOut({ destination: 'ba_none' }), unable('resource_missing', 'destination')],
  [
    'a payout of an account that is not ready',
    ({ stripe, made }) => stripe.payouts.create(PAYOUT, { stripeAccount: made.account }),
    unable('payouts_not_allowed'),
  ],
  [
    'a payout that is canceled twice',
    twice(
      async ({ stripe, on, made }) =>
        () =>
          stripe.payouts.cancel(made.payout, {}, on),
    ),
    invalid({}),
  ],
  [
    'a payout that is reversed before it has left',
    ({ stripe, on, made }) => stripe.payouts.reverse(made.payout, {}, on),
    invalid({}),
  ],
  [
    'a payout that is reversed twice',
    twice(
      async ({ stripe, express: stripeAccount, made }) =>
        () =>
          stripe.payouts.reverse(made.arrivedPayout, {}, { stripeAccount }),
    ),
    invalid({}),
  ],
  [
    'an instant payout of more than there is',
    payOut({ method: 'instant', amount: 900_000 }),
    unable('balance_insufficient'),
  ],
  [
    'an instant payout above the limit',
    payOut({ method: 'instant', amount: 999_901 }),
    unable('instant_payouts_limit_exceeded'),
  ],
  [
    'an instant payout of the platform itself',
    ({ stripe }) => stripe.payouts.create({ ...PAYOUT, method: 'instant' }),
    unable('instant_payouts_config_disabled'),
  ],
  ['a transfer of more than there is', send({ amount: 99_999_999 }), unable('balance_insufficient')],
  ['a transfer to nobody', send({ destination: 'acct_1none' }), unable('resource_missing', 'destination')],
  [
    'a transfer to an account without that capability',
    ({ stripe, made }) => stripe.transfers.create({ ...TRANSFER, destination: made.account }),
    unable('insufficient_capabilities_for_transfer'),
  ],
  [
    'more taken back than was sent',
    ({ stripe, made }) => stripe.transfers.createReversal(made.transfer, { amount: 9999 }),
    wrong('amount'),
  ],
  [
    'a Checkout Session that is expired twice',
    twice(
      async ({ stripe, on, made }) =>
        () =>
          stripe.checkout.sessions.expire(made.checkout, {}, on),
    ),
    invalid({}),
  ],
  ['a Checkout Session that ends too soon', open({ expires_at: 1 }), wrong('expires_at')],
  ['a Checkout Session for nothing', open({ line_items: [] }), unable('parameter_missing', 'line_items')],
];

const BREAD = { amount: 900, currency: 'usd' } as const;
const PAYOUT = { amount: 100, currency: 'usd' } as const;
const TRANSFER = { amount: 100, currency: 'usd' } as const;
const PAID = { ...BREAD, ...CARD, confirm: true, payment_method: 'pm_card_visa' } as const;
const EVIDENCE = { evidence: { uncategorized_text: 'It was delivered.' }, submit: true };

function wrong(param: string) {
  return invalid({ param });
}

function unable(code: string, param?: string) {
  return invalid({ code, ...(param !== undefined && { param }) });
}

function unexpected() {
  return unable('payment_intent_unexpected_state');
}

/** Does once what can be done once, and then again. */
function twice(prepare: (props: Props) => Promise<() => Promise<unknown>>) {
  return async (props: Props) => {
    const work = await prepare(props);
    await work();
    return work();
  };
}

function pay(wish: Partial<Stripe.PaymentIntentCreateParams>) {
  return ({ stripe, on }: Props) => stripe.paymentIntents.create({ ...BREAD, ...CARD, ...wish }, on);
}

function ownPay(wish: Partial<Stripe.PaymentIntentCreateParams>) {
  return ({ stripe }: Props) => stripe.paymentIntents.create({ ...BREAD, ...wish });
}

function refund(intent: keyof Props['made'], wish: Partial<Stripe.RefundCreateParams> = {}) {
  return ({ stripe, on, made }: Props) => stripe.refunds.create({ payment_intent: made[intent], ...wish }, on);
}

function payOut(wish: Partial<Stripe.PayoutCreateParams>) {
  return ({ stripe, on }: Props) => stripe.payouts.create({ ...PAYOUT, ...wish }, on);
}

function send(wish: Partial<Stripe.TransferCreateParams>) {
  return ({ stripe, seller }: Props) => stripe.transfers.create({ ...TRANSFER, destination: seller, ...wish });
}

function open(wish: Partial<Stripe.Checkout.SessionCreateParams>) {
  return ({ stripe, on }: Props) => stripe.checkout.sessions.create({ ...checkout(), ...wish }, on);
}
