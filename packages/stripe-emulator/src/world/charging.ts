import { invalidRequest } from '../wire/stripe-error.ts';
import { emit } from './events.ts';
import { requireFeePossible } from './payment-errors.ts';
import { settleCharge } from './settlement.ts';
import type { Charge, PaymentError, PaymentIntent, PaymentMethod } from './state.ts';
import { type Decline, NOBODY_TO_ASK, type TestCard, WRONG_CVC } from './test-cards.ts';
import { born, type World } from './world.ts';

const BLOCKED: Decline = { code: 'card_declined', declineCode: 'fraudulent', message: 'Your card was declined.' };

/** What a charge is made for: a payment intent, or a charge that was asked for by itself. */
export type ChargePlan = Pick<
  PaymentIntent,
  | 'account'
  | 'amount'
  | 'applicationFeeAmount'
  | 'captureMethod'
  | 'currency'
  | 'customer'
  | 'description'
  | 'metadata'
  | 'onBehalfOf'
  | 'receiptEmail'
  | 'statementDescriptorSuffix'
  | 'transfer'
  | 'transferGroup'
> & { readonly id: string | null; readonly source?: string | null };

/** Asks the bank for the money of a payment. The charge is kept whatever the bank says. */
export function attemptCharge(
  world: World,
  intent: ChargePlan,
  method: PaymentMethod,
  { authenticated, behaviour }: { readonly authenticated: boolean; readonly behaviour: TestCard },
): Charge {
  const { confirmsLater, risk } = behaviour;
  const answer = answerOfBank(method, behaviour, authenticated);
  const begun = born(world, 'ch', intent.account);
  const failure: PaymentError | null = answer && { ...answer, charge: begun.id, paymentMethod: method.id };
  const pending = failure === null && confirmsLater !== undefined;
  const captured = failure === null && !pending && intent.captureMethod !== 'manual';
  const charge = world.store.insert('charge', {
    ...begun,
    amount: intent.amount,
    amountCaptured: captured ? intent.amount : 0,
    amountRefunded: 0,
    currency: intent.currency,
    status: failure !== null ? 'failed' : pending ? 'pending' : 'succeeded',
    captured,
    paymentIntent: intent.id,
    paymentMethod: method.id,
    source: intent.source ?? null,
    card: method.card,
    billing: method.billing,
    failure,
    blocked: risk === 'blocked',
    riskLevel: risk === undefined ? 'normal' : risk === 'elevated' ? 'elevated' : 'highest',
    applicationFee: null,
    applicationFeeAmount: intent.applicationFeeAmount,
    balanceTransaction: null,
    dispute: null,
    authenticated,
    transfer: null,
    transferPlan: intent.transfer ?? null,
    onBehalfOf: intent.onBehalfOf ?? null,
    transferGroup: intent.transferGroup ?? null,
    customer: intent.customer,
    description: intent.description,
    receiptEmail: intent.receiptEmail,
    statementDescriptorSuffix: intent.statementDescriptorSuffix,
    metadata: intent.metadata,
  });
  if (captured) return settleAtOnce(world, charge, intent);
  emit(world, `charge.${charge.status}`, 'charge', charge.id);
  return charge;
}

/** The bank says yes to a charge that was waiting for it. */
export function confirmCharge(world: World, id: string, intent: PaymentIntent): Charge {
  const change = { status: 'succeeded', captured: true, amountCaptured: intent.amount } as const;
  return settleAtOnce(world, world.store.update('charge', id, change), intent);
}

/** The bank says no to a charge that was waiting for it. */
export function refuseCharge(world: World, id: string, failure: PaymentError): void {
  world.store.update('charge', id, { status: 'failed', failure });
  emit(world, 'charge.failed', 'charge', id);
}

/**
 * Takes money that a bank holds, all of it or a part; the rest is let go.
 *
 * @throws {StripeError} for more than is held, or a fee that cannot be.
 */
export function captureCharge(
  world: World,
  charge: Charge,
  amount: number,
  applicationFeeAmount: number | null,
  param = 'amount_to_capture',
): Charge {
  if (amount > charge.amount || amount < 1)
    throw invalidRequest(`The ${param} must be between 1 and the amount that can be captured (${charge.amount}).`, {
      code: 'amount_too_large',
      param,
    });
  requireFeePossible(world, charge.transferPlan?.destination ?? charge.account, applicationFeeAmount, amount);
  const captured = settleCharge(world, charge, amount, applicationFeeAmount);
  emit(world, 'charge.captured', 'charge', charge.id);
  return captured;
}

/** The bank no longer holds the money: to whoever looks at the charge it was given back. */
export function letGo(world: World, id: string, type: 'charge.expired' | 'charge.refunded'): void {
  const { amount } = world.store.get('charge', id);
  const before = world.render(world, 'charge', world.store.get('charge', id));
  world.store.update('charge', id, { amountRefunded: amount });
  emit(world, type, 'charge', id, before);
}

/** With `automatic_async` the charge is told of before its money is: whoever listens sees both. */
function settleAtOnce(world: World, charge: Charge, { captureMethod, applicationFeeAmount }: ChargePlan): Charge {
  const settle = (): Charge => settleCharge(world, charge, charge.amount, applicationFeeAmount);
  if (captureMethod === 'automatic') {
    const settled = settle();
    emit(world, 'charge.succeeded', 'charge', charge.id);
    return settled;
  }
  emit(world, 'charge.succeeded', 'charge', charge.id);
  const before = world.render(world, 'charge', world.store.get('charge', charge.id));
  const settled = settle();
  emit(world, 'charge.updated', 'charge', charge.id, before);
  return settled;
}

function answerOfBank(
  { card }: PaymentMethod,
  { asksCustomer, cvcFails, declines, risk }: TestCard,
  authenticated: boolean,
): Decline | null {
  if (risk === 'blocked') return BLOCKED;
  if (card.cvcCheck === 'fail' && cvcFails === 'declined') return WRONG_CVC;
  if (asksCustomer === true && !authenticated) return NOBODY_TO_ASK;
  return declines ?? null;
}
