import { invalidRequest } from '../wire/stripe-error.ts';
import { putOnAgenda } from './agenda.ts';
import { dayOf, DAY } from './days.ts';
import { emit } from './events.ts';
import { book, notBefore } from './ledger.ts';
import { step, type Transitions } from './lifecycle.ts';
import type { Charge, Dispute, Fee } from './state.ts';
import { born, type World } from './world.ts';

type Status = Dispute['status'];

/** How a dispute goes from state to state; an inquiry begins with a warning and may become a dispute. */
export const DISPUTE_TRANSITIONS: Transitions<Status> = {
  warning_needs_response: ['warning_under_review', 'warning_closed', 'needs_response'],
  warning_under_review: ['warning_closed', 'needs_response'],
  warning_closed: [],
  needs_response: ['under_review', 'won', 'lost'],
  under_review: ['won', 'lost'],
  won: [],
  lost: [],
};

const ANSWER_DAYS = 9;

/** What Stripe takes for a dispute, in the minor unit of whatever currency; it stays taken when the dispute is won. */
export const DISPUTE_FEE_MINOR = 1500;

/** What test evidence comes to, by the text it is said with. */
const TEST_EVIDENCE: Readonly<Record<string, 'won' | 'lost' | 'escalate'>> = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
  escalate_inquiry_evidence: 'escalate',
};

/**
 * Lets the customer's bank ask for the money back, or (an inquiry) first ask why it was taken.
 *
 * @throws {StripeError} for a charge that has no money to ask for.
 */
export function openDispute(
  world: World,
  chargeId: string,
  { reason = 'fraudulent', inquiry = false }: { readonly reason?: string; readonly inquiry?: boolean } = {},
): Dispute {
  const charge = world.store.get('charge', chargeId);
  const amount = charge.amountCaptured - charge.amountRefunded;
  if (charge.dispute !== null || amount <= 0)
    throw invalidRequest(`Charge ${chargeId} cannot be disputed.`, { code: 'charge_disputed', param: 'charge' });
  const begun = born(world, 'du', charge.account);
  const dispute = world.store.insert('dispute', {
    ...begun,
    amount,
    currency: charge.currency,
    charge: chargeId,
    paymentIntent: charge.paymentIntent,
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
    dueUnix: answerDue(world, begun.id),
    evidence: {},
    submissions: 0,
    balanceTransactions: [],
    metadata: {},
  });
  world.store.update('charge', chargeId, { dispute: dispute.id });
  if (!inquiry) takeFunds(world, dispute, charge);
  emit(world, 'charge.dispute.created', 'dispute', dispute.id);
  if (!inquiry) emit(world, 'charge.dispute.funds_withdrawn', 'dispute', dispute.id);
  return world.store.get('dispute', dispute.id);
}

export interface Evidence {
  readonly evidence: Readonly<Record<string, string>>;
  /** Hands it in; otherwise it is only kept. */
  readonly submit: boolean;
}

/**
 * Keeps evidence for the customer's bank, and hands it in. Stripe's test evidence decides the dispute at once.
 *
 * @throws {StripeError} once the bank has decided or is deciding.
 */
export function submitEvidence(world: World, id: string, { evidence, submit }: Evidence): Dispute {
  const dispute = world.store.get('dispute', id);
  if (!awaitsAnswer(dispute))
    throw invalidRequest(`This dispute is already ${closed(dispute) ? 'closed' : 'under review'}.`, {
      code: 'dispute_already_submitted',
    });
  const all = { ...dispute.evidence, ...evidence };
  world.store.update('dispute', id, { evidence: all });
  if (!submit) {
    emit(world, 'charge.dispute.updated', 'dispute', id);
    return world.store.get('dispute', id);
  }
  const inquiry = dispute.status === 'warning_needs_response';
  move(world, dispute, inquiry ? 'warning_under_review' : 'under_review', { submissions: dispute.submissions + 1 });
  emit(world, 'charge.dispute.updated', 'dispute', id);
  return decide(world, id, TEST_EVIDENCE[all['uncategorized_text'] ?? '']);
}

/**
 * Ends a dispute. Accepting it, or letting its time pass, is losing it.
 *
 * @throws {StripeError} when it has ended already.
 */
export function closeDispute(world: World, id: string, outcome: 'won' | 'lost'): Dispute {
  const dispute = world.store.get('dispute', id);
  if (closed(dispute)) throw invalidRequest('This dispute is already closed');
  move(world, dispute, isInquiry(dispute) ? 'warning_closed' : outcome);
  if (outcome === 'won' && !isInquiry(dispute)) returnFunds(world, dispute);
  emit(world, 'charge.dispute.closed', 'dispute', id);
  if (outcome === 'won' && !isInquiry(dispute)) emit(world, 'charge.dispute.funds_reinstated', 'dispute', id);
  return world.store.get('dispute', id);
}

/** Lets the time for an answer pass: nobody answered, or nothing more came of an inquiry. */
export function lapseDispute(world: World, id: string): void {
  const dispute = world.store.get('dispute', id);
  if (closed(dispute) || dispute.dueUnix >= world.clock.nowUnix()) return;
  if (awaitsAnswer(dispute) || isInquiry(dispute)) closeDispute(world, id, 'lost');
}

export function isInquiry({ status }: Dispute): boolean {
  return status.startsWith('warning_');
}

function decide(world: World, id: string, decision: 'won' | 'lost' | 'escalate' | undefined): Dispute {
  if (decision === undefined) return world.store.get('dispute', id);
  if (decision !== 'escalate') return closeDispute(world, id, decision);
  const dispute = world.store.get('dispute', id);
  if (!isInquiry(dispute)) return dispute;
  const escalated = move(world, dispute, 'needs_response', { dueUnix: answerDue(world, id) });
  takeFunds(world, escalated, world.store.get('charge', dispute.charge));
  emit(world, 'charge.dispute.updated', 'dispute', id);
  emit(world, 'charge.dispute.funds_withdrawn', 'dispute', id);
  return world.store.get('dispute', id);
}

/** An answer is due at the end of a day; what happens then is put on the agenda. */
function answerDue(world: World, id: string): number {
  const nextDay = dayOf(world.clock.nowUnix()) + (ANSWER_DAYS + 1) * DAY;
  putOnAgenda(world, nextDay, 'dispute_lapses', id);
  return nextDay - 1;
}

function awaitsAnswer({ status }: Dispute): boolean {
  return status === 'needs_response' || status === 'warning_needs_response';
}

function closed({ status }: Dispute): boolean {
  return DISPUTE_TRANSITIONS[status].length === 0;
}

function move(world: World, { id, status }: Dispute, to: Status, change: Partial<Dispute> = {}): Dispute {
  return world.store.update('dispute', id, { ...change, status: step(DISPUTE_TRANSITIONS, status, to) });
}

function takeFunds(world: World, dispute: Dispute, charge: Charge): void {
  const fee: Fee = { type: 'stripe_fee', amount: DISPUTE_FEE_MINOR, description: 'Dispute fee' };
  const { id, currency, amount, account } = dispute;
  const platformPays = world.store.find('account', account)?.feesPayer === 'application';
  keep(world, dispute, {
    amount: -amount,
    fees: platformPays ? [] : [fee],
    description: `Chargeback withdrawal for ${charge.id}`,
    availableUnix: notBefore(world, charge.balanceTransaction),
  });
  if (!platformPays) return;
  const { platform } = world;
  book(world, {
    account: platform,
    type: 'stripe_fee',
    amount: -fee.amount,
    currency,
    source: id,
    description: fee.description,
  });
}

function returnFunds(world: World, dispute: Dispute): void {
  const { balanceTransaction } = world.store.get('charge', dispute.charge);
  keep(world, dispute, {
    amount: dispute.amount,
    fees: [],
    description: `Chargeback reversal for ${dispute.charge}`,
    availableUnix: notBefore(world, balanceTransaction),
  });
}

interface Movement {
  readonly amount: number;
  readonly fees: readonly Fee[];
  readonly description: string;
  readonly availableUnix: number;
}

function keep(world: World, { id, account, currency }: Dispute, movement: Movement): void {
  const line = book(world, { account, type: 'adjustment', currency, source: id, ...movement });
  const { balanceTransactions } = world.store.get('dispute', id);
  world.store.update('dispute', id, { balanceTransactions: [...balanceTransactions, line.id] });
}
