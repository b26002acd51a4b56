import { addressOfAccountLink, createAccountLink } from '../../world/account-links.ts';
import { closeDispute, submitEvidence } from '../../world/disputes.ts';
import { createPayout } from '../../world/payouts.ts';
import { changePayoutSchedule } from '../../world/payout-schedule.ts';
import { capturePaymentIntent } from '../../world/payments.ts';
import { createRefund } from '../../world/refunds.ts';
import { isPayable } from '../answers/balances.ts';
import { findPayment, refundableOf } from '../answers/payment-details.ts';
import type { Payment } from '../answers/payment-status.ts';
import type { Asked } from './asked.ts';
import { PAYMENT_COMPONENTS } from './questions.ts';
import { badRequest, notAllowed, notFound } from './refusal.ts';
import { scheduleIn } from './schedule-in.ts';

export type Action = {
  readonly components: readonly string[];
  /** The feature that the session must have for one of these components. */
  readonly feature?: string;
  readonly run: (asked: Asked) => object;
};

/** Everything frames can do, by path. */
export const actions: Readonly<Record<string, Action>> = {
  'payments/:id/refund': { components: PAYMENT_COMPONENTS, feature: 'refund_management', run: refund },
  'payments/:id/capture': {
    components: ['payments', 'payment_details', 'disputes_list'],
    feature: 'capture_payments',
    run: capture,
  },
  'payments/:id/evidence': { components: PAYMENT_COMPONENTS, feature: 'dispute_management', run: answerDispute },
  'payments/:id/accept-dispute': { components: PAYMENT_COMPONENTS, feature: 'dispute_management', run: acceptDispute },
  payouts: { components: ['balances', 'payouts'], feature: 'standard_payouts', run: payOut },
  'payout-schedule': { components: ['payouts', 'balances'], feature: 'edit_payout_schedule', run: reschedule },
  'onboarding-link': {
    components: ['notification_banner', 'account_onboarding', 'account_management'],
    run: linkToOnboarding,
  },
  'session/end': { components: [], run: endSession },
};

function refund({ world, account, id, body }: Asked): object {
  const payment = paymentNamed(world, account.id, id);
  const amount = amountIn(body);
  if (payment.charge === undefined || amount > refundableOf(payment)) {
    throw badRequest('More than is left of this payment cannot be refunded.');
  }
  const { id: refunded } = createRefund(world, {
    account: account.id,
    charge: payment.charge.id,
    amount,
    reason: reasonIn(body),
  });
  return { id: refunded };
}

function capture({ world, account, id, body }: Asked): object {
  const { intent } = paymentNamed(world, account.id, id);
  const amount = amountIn(body);
  if (intent.status !== 'requires_capture') throw badRequest('This payment cannot be captured any more.');
  if (amount > intent.amount) throw badRequest('More than was authorised cannot be captured.');
  capturePaymentIntent(world, intent.id, { amount });
  return { id: intent.id };
}

function answerDispute({ world, account, id, body }: Asked): object {
  const text = textIn(body, 'text').trim();
  if (text === '') throw badRequest('Write what speaks for this payment.');
  const { id: answered } = submitEvidence(world, disputeOf(world, account.id, id), {
    evidence: { uncategorized_text: text },
    submit: true,
  });
  return { id: answered };
}

function acceptDispute({ world, account, id }: Asked): object {
  return { id: closeDispute(world, disputeOf(world, account.id, id), 'lost').id };
}

function payOut({ world, account, body }: Asked): object {
  const currency = textIn(body, 'currency');
  if (!isPayable(world, account, currency)) throw notAllowed('Money in this currency cannot be sent by hand now.');
  const { id } = createPayout(world, account.id, { amount: amountIn(body), currency });
  return { id };
}

function reschedule({ world, account, body }: Asked): object {
  changePayoutSchedule(world, account.id, scheduleIn(body));
  return {};
}

/** Stripe opens a window of its own for what a seller has to tell; here it is hosted onboarding. */
function linkToOnboarding({ world, account }: Asked): object {
  const closing = `${world.settings.url}/connect/setup/close`;
  const link = createAccountLink(world, account.id, { refreshUrl: closing, returnUrl: closing });
  return { url: addressOfAccountLink(world, link) };
}

function endSession({ world, session }: Asked): object {
  world.store.update('account_session', session.id, { expiresUnix: world.clock.nowUnix() });
  return {};
}

function paymentNamed(world: Asked['world'], account: string, id: string): Payment {
  const payment = findPayment(world, account, id);
  if (payment === undefined) throw notFound('payment');
  return payment;
}

function disputeOf(world: Asked['world'], account: string, id: string): string {
  const { dispute } = paymentNamed(world, account, id);
  if (dispute === undefined) throw notFound('dispute');
  return dispute.id;
}

function amountIn(body: Asked['body']): number {
  const { amount } = body;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0) throw badRequest('Enter an amount.');
  return amount;
}

function textIn(body: Asked['body'], name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw badRequest(`${name} is missing.`);
  return value;
}

const reasons = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

function reasonIn({ reason }: Asked['body']): (typeof reasons)[number] | null {
  return reasons.find((known) => known === reason) ?? null;
}
