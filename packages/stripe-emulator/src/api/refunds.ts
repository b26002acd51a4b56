import type Stripe from 'stripe';
import { emit } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { cancelRefund, createRefund } from '../world/refunds.ts';
import type { Charge, Refund } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { bool, ignored, integer, metadata, oneOf, type ParamTable, text } from '../wire/params.ts';
import { invalidParam, invalidRequest } from '../wire/stripe-error.ts';

/** Refunds, whole or in part. */
export const refundOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/refunds',
    params: {
      charge: text(),
      payment_intent: text(),
      amount: integer({ min: 1 }),
      reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
      refund_application_fee: bool(),
      reverse_transfer: bool(),
      metadata: metadata(),
      instructions_email: ignored(),
    },
    run: (call) => {
      const { amount, reason, metadata: given, refund_application_fee: refundApplicationFee } = call.params;
      const { reverse_transfer: reverseTransfer } = call.params;
      const { id: charge, applicationFee } = chargeNamed(call, call.params);
      if (refundApplicationFee !== undefined && applicationFee === null && refundApplicationFee)
        throw invalidRequest('Cannot refund the application fee of a charge that has none.', {
          param: 'refund_application_fee',
        });
      const { account, world } = call;
      return refundToWire(
        world,
        createRefund(world, {
          account,
          charge,
          amount,
          reason,
          refundApplicationFee,
          reverseTransfer,
          metadata: mergedMetadata({}, given),
        }),
      );
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/refunds',
    params: { ...listParams, charge: text(), payment_intent: text() },
    run: (call) => {
      const { charge, payment_intent: paymentIntent } = call.params;
      return listOf(call, 'refund', '/v1/refunds', { charge, paymentIntent });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/charges/:charge/refunds',
    params: listParams,
    run: (call) => {
      const { id } = resource(call, 'charge', call.path['charge'] ?? '');
      return listOf(call, 'refund', `/v1/charges/${id}/refunds`, { charge: id });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/refunds/:id',
    params: {},
    run: (call) => refundToWire(call.world, refundOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/refunds/:id',
    params: { metadata: metadata() },
    run: (call) => {
      const refund = refundOf(call);
      const before = refundToWire(call.world, refund);
      const changed = call.world.store.update('refund', refund.id, {
        metadata: mergedMetadata(refund.metadata, call.params.metadata),
      });
      emit(call.world, 'refund.updated', 'refund', refund.id, before);
      return refundToWire(call.world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/refunds/:id/cancel',
    params: {},
    run: (call) => refundToWire(call.world, cancelRefund(call.world, refundOf(call).id)),
  }),
];

function refundOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): Refund {
  return resource(call, 'refund', call.path['id'] ?? '');
}

function chargeNamed(
  call: Pick<Call<ParamTable>, 'account' | 'world'>,
  named: { readonly charge: string | undefined; readonly payment_intent: string | undefined },
): Charge {
  if (named.charge !== undefined) return resource(call, 'charge', named.charge, 'charge');
  if (named.payment_intent === undefined)
    throw invalidParam(
      'One of the following params should be provided for this request: payment_intent or charge.',
      'charge',
      'parameter_missing',
    );
  const { id, latestCharge } = resource(call, 'payment_intent', named.payment_intent, 'payment_intent');
  const charge = latestCharge === null ? undefined : call.world.store.find('charge', latestCharge);
  if (charge === undefined || charge.status === 'failed')
    throw invalidRequest(`This PaymentIntent (${id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  return charge;
}

export function refundToWire({ store }: World, refund: Refund): Stripe.Refund {
  const { paymentMethod, customer } = store.get('charge', refund.charge);
  const pending = refund.status === 'pending';
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.balanceTransaction,
    charge: refund.charge,
    created: refund.createdUnix,
    currency: refund.currency,
    customer,
    customer_account: null,
    destination_details: {
      card: {
        reference_status: pending ? 'pending' : 'available',
        reference_type: 'acquirer_reference_number',
        type: pending ? 'pending' : 'refund',
      },
      type: 'card',
    },
    ...(refund.failureBalanceTransaction !== null && {
      failure_balance_transaction: refund.failureBalanceTransaction,
    }),
    ...(refund.failureReason !== null && { failure_reason: refund.failureReason }),
    metadata: { ...refund.metadata },
    payment_intent: refund.paymentIntent,
    payment_method: paymentMethod,
    ...(pending && { pending_reason: 'processing' as const }),
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: refund.transferReversal ?? null,
  };
}
