import { mergedMetadata, type MetadataWish } from './metadata.ts';
import { requireChargeable, requireFeePossible } from './payment-errors.ts';
import { movePayment, unexpectedState } from './payment-states.ts';
import { requireUsable } from './payment-method-use.ts';
import type { FutureUsage, PaymentIntent } from './state.ts';
import type { World } from './world.ts';

/** What can be changed of a payment; an empty text takes a value away. */
export interface PaymentChange {
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
  readonly applicationFeeAmount?: number | undefined;
  readonly description?: string | undefined;
  readonly receiptEmail?: string | undefined;
  readonly statementDescriptorSuffix?: string | undefined;
  readonly customer?: string | undefined;
  readonly paymentMethod?: string | undefined;
  readonly setupFutureUsage?: FutureUsage | null | undefined;
  readonly metadata?: MetadataWish | undefined;
}

const UNTRIED: readonly string[] = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** What stays open for change when the payment is over. */
const ALWAYS: ReadonlySet<string> = new Set(['description', 'metadata', 'receiptEmail', 'customer']);

/**
 * Changes a payment that was not made yet; words and metadata also later.
 *
 * @throws {StripeError} payment_intent_unexpected_state, or as for a new payment.
 */
export function updatePaymentIntent(world: World, id: string, change: PaymentChange): PaymentIntent {
  const intent = world.store.get('payment_intent', id);
  requireChangeable(world, intent, change);
  const amount = change.amount ?? intent.amount;
  const currency = change.currency?.toLowerCase() ?? intent.currency;
  const applicationFeeAmount = change.applicationFeeAmount ?? intent.applicationFeeAmount;
  requireChargeable(amount, currency);
  requireFeePossible(world, intent.transfer?.destination ?? intent.account, applicationFeeAmount, amount);
  const { paymentMethod } = change;
  const customer = known(change.customer, intent.customer);
  if (paymentMethod !== undefined)
    requireUsable(world, world.store.get('payment_method', paymentMethod), { id, customer });
  const changed = world.store.update('payment_intent', id, {
    amount,
    currency,
    applicationFeeAmount,
    description: known(change.description, intent.description),
    receiptEmail: known(change.receiptEmail, intent.receiptEmail),
    statementDescriptorSuffix: known(change.statementDescriptorSuffix, intent.statementDescriptorSuffix),
    customer,
    setupFutureUsage:
      change.setupFutureUsage === undefined ? (intent.setupFutureUsage ?? null) : change.setupFutureUsage,
    metadata: mergedMetadata(intent.metadata, change.metadata),
  });
  if (paymentMethod === undefined) return changed;
  if (changed.status === 'requires_confirmation') return world.store.update('payment_intent', id, { paymentMethod });
  return movePayment(world, changed, 'requires_confirmation', { paymentMethod });
}

function requireChangeable(world: World, intent: PaymentIntent, change: PaymentChange): void {
  if (UNTRIED.includes(intent.status)) return;
  const late = Object.entries(change).find(([name, value]) => value !== undefined && !ALWAYS.has(name))?.[0];
  if (late === undefined) return;
  const param = late.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
  throw unexpectedState(
    world,
    intent,
    `This PaymentIntent's ${param} could not be updated because it has a status of ${intent.status}. You may only update the ${param} of a PaymentIntent with one of the following statuses: ${UNTRIED.join(', ')}.`,
  );
}

function known(given: string | undefined, before: string | null): string | null {
  if (given === undefined) return before;
  return given === '' ? null : given;
}
