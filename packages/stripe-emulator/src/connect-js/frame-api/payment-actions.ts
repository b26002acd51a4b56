import { closeDispute, submitEvidence } from '../../world/disputes.ts';
import { capturePaymentIntent } from '../../world/payments.ts';
import { createRefund } from '../../world/refunds.ts';
import { disputeSummary, findPayment, refundableOf } from '../answers/payment-details.ts';
import type { Payment } from '../answers/payment-status.ts';
import type { Asked } from './asked.ts';
import { amountIn, textIn } from './body.ts';
import { badRequest, notFound } from './refusal.ts';

/** Gives a part or all of a payment back. */
export function refund({ world, account, id, body }: Asked): object {
  const payment = paymentNamed(world, account.id, id);
  const amount = amountIn(body);
  if (payment.charge === undefined || amount > refundableOf(payment)) {
    throw badRequest('refund_too_much');
  }
  const { id: refunded } = createRefund(world, {
    account: account.id,
    charge: payment.charge.id,
    amount,
    reason: reasonIn(body),
  });
  return { id: refunded };
}

/** Takes the money of an authorised payment, or a part of it. */
export function capture({ world, account, id, body }: Asked): object {
  const { intent } = paymentNamed(world, account.id, id);
  const amount = amountIn(body);
  if (intent.status !== 'requires_capture') throw badRequest('capture_over');
  if (amount > intent.amount) throw badRequest('capture_too_much');
  capturePaymentIntent(world, intent.id, { amount });
  return { id: intent.id };
}

/** Hands evidence in. */
export function answerDispute({ world, account, id, body }: Asked): object {
  const text = textIn(body, 'text').trim();
  if (text === '') throw badRequest('evidence_missing');
  const { id: answered } = submitEvidence(world, openDisputeOf(world, account.id, id), {
    evidence: { uncategorized_text: text },
    submit: true,
  });
  return { id: answered };
}

/** Lets the customer keep the money. */
export function acceptDispute({ world, account, id }: Asked): object {
  return { id: closeDispute(world, openDisputeOf(world, account.id, id), 'lost').id };
}

function paymentNamed(world: Asked['world'], account: string, id: string): Payment {
  const payment = findPayment(world, account, id);
  if (payment === undefined) throw notFound('no_such_payment');
  return payment;
}

function openDisputeOf(world: Asked['world'], account: string, id: string): string {
  const { dispute } = paymentNamed(world, account, id);
  if (dispute === undefined) throw notFound('no_such_dispute');
  if (!disputeSummary(dispute, true).mayAnswer) throw badRequest('dispute_over');
  return dispute.id;
}

const reasons = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

function reasonIn({ reason }: Asked['body']): (typeof reasons)[number] | null {
  return reasons.find((known) => known === reason) ?? null;
}
