import { invalidRequest } from '../wire/stripe-error.ts';
import { putOnAgenda } from './agenda.ts';
import { dayOf, DAY } from './days.ts';
import { chargeForCountering, returnFunds, takeFunds } from './dispute-funds.ts';
import { isClosed, isInquiry, moveDispute, stateAfterAnswer } from './dispute-states.ts';
import { emit } from './events.ts';
import type { Charge, Dispute, NewDispute } from './state.ts';
import { born, type World } from './world.ts';

const ANSWER_DAYS = 9;

/** What test evidence comes to, by the text it is said with. */
const TEST_EVIDENCE: Readonly<Record<string, 'won' | 'lost' | 'escalate'>> = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
  escalate_inquiry_evidence: 'escalate',
};

/**
 * Lets the customer's bank ask for the money back, or (an inquiry) first ask why it was taken. Returns the first dispute.
 *
 * @throws {StripeError} for a charge that has no money to ask for.
 */
export function openDispute(world: World, chargeId: string, wish: NewDispute = {}): Dispute {
  const charge = world.store.get('charge', chargeId);
  const amount = charge.amountCaptured - charge.amountRefunded;
  if (charge.dispute !== null || amount <= 0)
    throw invalidRequest(`Charge ${chargeId} cannot be disputed.`, { code: 'charge_disputed', param: 'charge' });
  const [first, ...more] = partsOf(amount, wish.parts ?? 1);
  const dispute = open(world, charge, first ?? amount, wish);
  for (const part of more) open(world, charge, part, wish);
  return dispute;
}

function partsOf(amount: number, parts: number): readonly number[] {
  const each = Math.floor(amount / parts);
  return Array.from({ length: parts }, (_, index) => (index === 0 ? amount - each * (parts - 1) : each)).filter(
    (part) => part > 0,
  );
}

function open(world: World, charge: Charge, amount: number, wish: NewDispute): Dispute {
  const { reason = 'fraudulent', inquiry = false, prevented = false, program = null, smart = false } = wish;
  const begun = born(world, 'du', charge.account);
  const dispute = world.store.insert('dispute', {
    ...begun,
    amount,
    currency: charge.currency,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    reason,
    status: inquiry ? 'warning_needs_response' : prevented ? 'prevented' : 'needs_response',
    dueUnix: answerDue(world, begun.id),
    evidence: {},
    submissions: 0,
    balanceTransactions: [],
    program,
    smart,
    submissionPlan: smart ? 'smart_disputes' : 'manual',
    metadata: {},
  });
  if (world.store.get('charge', charge.id).dispute === null)
    world.store.update('charge', charge.id, { dispute: dispute.id });
  if (!inquiry) takeFunds(world, dispute);
  emit(world, 'charge.dispute.created', 'dispute', dispute.id);
  if (!inquiry) emit(world, 'charge.dispute.funds_withdrawn', 'dispute', dispute.id);
  if (prevented) emit(world, 'charge.dispute.closed', 'dispute', dispute.id);
  return world.store.get('dispute', dispute.id);
}

export interface Evidence {
  readonly evidence: Readonly<Record<string, string>>;
  /** Evidence for a program of a card network. */
  readonly enhanced?: Dispute['enhanced'];
  readonly appeal?: Dispute['appeal'];
  readonly metadata?: Dispute['metadata'];
  readonly submissionPlan?: Dispute['submissionPlan'] | undefined;
  /** Hands it in; otherwise it is only kept. */
  readonly submit: boolean;
}

/**
 * Keeps evidence for the customer's bank, and hands it in. Stripe's test evidence decides the dispute at once.
 *
 * @throws {StripeError} once the bank has decided or is deciding, and before a fee that must be acknowledged is.
 */
export function submitEvidence(world: World, id: string, { submit, evidence, ...more }: Evidence): Dispute {
  const known = world.store.get('dispute', id);
  if (stateAfterAnswer(known) === undefined)
    throw invalidRequest(`This dispute is already ${isClosed(known) ? 'closed' : 'under review'}.`, {
      code: 'dispute_already_submitted',
    });
  const before = world.render(world, 'dispute', world.store.get('dispute', id));
  const dispute = world.store.update('dispute', id, {
    evidence: { ...known.evidence, ...evidence },
    enhanced: more.enhanced ?? known.enhanced ?? null,
    appeal: more.appeal ?? known.appeal ?? null,
    metadata: more.metadata ?? known.metadata,
    submissionPlan: more.submissionPlan ?? known.submissionPlan ?? 'manual',
  });
  if (submit) return handIn(world, dispute, 'manual', before);
  emit(world, 'charge.dispute.updated', 'dispute', id, before);
  return dispute;
}

/** Says whether a fee must be acknowledged before evidence can be handed in, and is not. */
export function awaitsAcknowledgement({ program = null, enhanced = null }: Dispute): boolean {
  return (program === 'visa_compliance' || program === 'mastercard_compliance') && enhanced?.feeAcknowledged !== true;
}

/**
 * Ends a dispute. Accepting it, or letting its time pass, is losing it.
 *
 * @throws {StripeError} when it has ended already.
 */
export function closeDispute(world: World, id: string, outcome: 'won' | 'lost'): Dispute {
  const dispute = world.store.get('dispute', id);
  if (isClosed(dispute)) throw invalidRequest('This dispute is already closed');
  const isWon = outcome === 'won' && !isInquiry(dispute);
  const before = world.render(world, 'dispute', world.store.get('dispute', id));
  moveDispute(world, dispute, isInquiry(dispute) ? 'warning_closed' : outcome);
  if (isWon) returnFunds(world, dispute);
  if (isWon && isCompliance(dispute) && dispute.submissions > 0) chargeForCountering(world, dispute, 'give_back');
  emit(world, 'charge.dispute.closed', 'dispute', id, before);
  if (isWon) emit(world, 'charge.dispute.funds_reinstated', 'dispute', id);
  return world.store.get('dispute', id);
}

/**
 * Lets a bank that only asked want the money back, with time of its own to answer.
 *
 * @throws {StripeError} for anything but an open inquiry.
 */
export function escalateInquiry(world: World, id: string): Dispute {
  const dispute = world.store.get('dispute', id);
  if (!isInquiry(dispute) || isClosed(dispute)) throw invalidRequest(`Dispute ${id} is no open inquiry.`);
  const before = world.render(world, 'dispute', world.store.get('dispute', id));
  takeFunds(world, moveDispute(world, dispute, 'needs_response', { dueUnix: answerDue(world, id) }));
  emit(world, 'charge.dispute.updated', 'dispute', id, before);
  emit(world, 'charge.dispute.funds_withdrawn', 'dispute', id);
  return world.store.get('dispute', id);
}

/**
 * Lets a lost dispute be appealed.
 *
 * @throws {StripeError} for any other.
 */
export function offerAppeal(world: World, id: string): Dispute {
  const dispute = world.store.get('dispute', id);
  if (dispute.status !== 'lost') throw invalidRequest(`Dispute ${id} was not lost.`);
  const before = world.render(world, 'dispute', world.store.get('dispute', id));
  const appealed = moveDispute(world, dispute, 'appeal_needs_response', { dueUnix: answerDue(world, id) });
  emit(world, 'charge.dispute.updated', 'dispute', id, before);
  return appealed;
}

/** Lets the time for an answer pass: nobody answered, or nothing more came of an inquiry. */
export function lapseDispute(world: World, id: string): void {
  const dispute = world.store.get('dispute', id);
  if (isClosed(dispute) || dispute.dueUnix >= world.clock.nowUnix()) return;
  const waits = stateAfterAnswer(dispute) !== undefined;
  if (waits && answersByItself(dispute))
    handIn(world, dispute, 'smart_disputes', world.render(world, 'dispute', world.store.get('dispute', id)));
  else if (waits || isInquiry(dispute)) closeDispute(world, id, 'lost');
}

function answersByItself({ status, submissionPlan }: Dispute): boolean {
  return status === 'needs_response' && submissionPlan !== undefined && submissionPlan.includes('smart_disputes');
}

function handIn(
  world: World,
  dispute: Dispute,
  submittedBy: NonNullable<Dispute['submittedBy']>,
  before: object,
): Dispute {
  const { id, submissions } = dispute;
  const next = stateAfterAnswer(dispute);
  if (next === undefined) throw new Error(`Nobody waits for an answer to ${id}`);
  if (awaitsAcknowledgement(dispute))
    throw invalidRequest('You must acknowledge the network fee before you can submit evidence for this dispute.', {
      param: `evidence[enhanced_evidence][${dispute.program ?? ''}][fee_acknowledged]`,
    });
  if (isCompliance(dispute) && submissions === 0) chargeForCountering(world, dispute, 'take');
  const isAppeal = next === 'appeal_under_review';
  moveDispute(world, dispute, next, { submissions: submissions + 1, submittedBy });
  emit(world, 'charge.dispute.updated', 'dispute', id, before);
  const said = isAppeal ? dispute.appeal?.reason : dispute.evidence['uncategorized_text'];
  return decide(world, id, TEST_EVIDENCE[said ?? '']);
}

function decide(world: World, id: string, decision: 'won' | 'lost' | 'escalate' | undefined): Dispute {
  if (decision === 'won' || decision === 'lost') return closeDispute(world, id, decision);
  const dispute = world.store.get('dispute', id);
  return decision === 'escalate' && isInquiry(dispute) ? escalateInquiry(world, id) : dispute;
}

function isCompliance({ program = null }: Dispute): boolean {
  return program !== null && program.endsWith('_compliance');
}

/** An answer is due at the end of a day; what happens then is put on the agenda. */
function answerDue(world: World, id: string): number {
  const nextDay = dayOf(world.clock.nowUnix()) + (ANSWER_DAYS + 1) * DAY;
  putOnAgenda(world, nextDay, 'dispute_lapses', id);
  return nextDay - 1;
}
