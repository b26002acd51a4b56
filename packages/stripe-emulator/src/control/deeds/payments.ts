import { arrangePayoutFailure } from '../../world/arrangements.ts';
import { type CheckoutOutcome, payCheckoutSession } from '../../world/checkout.ts';
import { closeDispute, escalateInquiry, offerAppeal, openDispute } from '../../world/disputes.ts';
import { arrangeNextPayment, type NextPayment, nextPaymentNames } from '../../world/next-payment.ts';
import type { NewDispute } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { given } from '../../wire/given.ts';
import { bool, integer, oneOf, required, text } from '../../wire/params.ts';
import { deed } from '../deed.ts';

/** What may become of a dispute without the seller. */
type DisputeMove = 'win' | 'lose' | 'escalate' | 'appeal';

const DISPUTE_MOVES: Readonly<Record<DisputeMove, (world: World, id: string) => unknown>> = {
  win: (world, id) => closeDispute(world, id, 'won'),
  lose: (world, id) => closeDispute(world, id, 'lost'),
  escalate: escalateInquiry,
  appeal: offerAppeal,
};

/** Who pays at Checkout. */
interface Customer {
  readonly number?: string | undefined;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
}

/** What customers, their banks and Stripe may do about money. */
export const paymentDeeds = {
  /** Does what a customer does at Checkout. */
  payCheckoutSession: deed(
    { session: required(text()), number: text(), email: text(), name: text() },
    ({ world }) =>
      (
        session: string,
        { number = '4242424242424242', email = 'customer@example.com', name = 'Test Customer' }: Customer = {},
      ): CheckoutOutcome => {
        const typed = { number, email, name, expMonth: 12, expYear: 2034, cvc: '123' };
        return world.store.transaction(() => payCheckoutSession(world, session, typed));
      },
    (pay, { session, ...customer }) => pay(session, customer),
  ),
  openDispute: deed(
    {
      charge: required(text()),
      reason: text(),
      inquiry: bool(),
      prevented: bool(),
      parts: integer({ min: 1, max: 10 }),
      program: oneOf('visa_compelling_evidence_3', 'visa_compliance', 'mastercard_compliance'),
      smart: bool(),
    },
    ({ world }) =>
      (charge: string, wish: NewDispute = {}): void => {
        world.store.transaction(() => openDispute(world, charge, wish));
      },
    (open, { charge, ...wish }) => {
      open(charge, given(wish));
    },
  ),
  /** Does what the customer's bank, or Stripe, may do with a dispute that is there. */
  moveDispute: deed(
    { dispute: required(text()), what: required(oneOf('win', 'lose', 'escalate', 'appeal')) },
    ({ world }) =>
      (dispute: string, what: DisputeMove): void => {
        world.store.transaction(() => DISPUTE_MOVES[what](world, dispute));
      },
    (move, { dispute, what }) => {
      move(dispute, what);
    },
  ),
  failNextPayout: deed(
    { account: required(text()), code: text() },
    ({ world }) =>
      (account: string, code = 'account_closed'): void => {
        arrangePayoutFailure(world, account, code);
      },
    (fail, { account, code }) => {
      fail(account, code);
    },
  ),
  /** Decides what the next payment comes to: that of an account, or anybody's. The detail is a code, or a reason. */
  arrangeNextPayment: deed(
    { what: required(oneOf(...nextPaymentNames)), account: text(), detail: text() },
    ({ world }) =>
      (what: NextPayment, options?: Parameters<typeof arrangeNextPayment>[2]): void => {
        arrangeNextPayment(world, what, options);
      },
    (arrange, { what, ...options }) => {
      arrange(what, options);
    },
  ),
};
