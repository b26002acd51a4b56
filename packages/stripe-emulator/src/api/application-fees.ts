import type Stripe from 'stripe';
import { giveBackApplicationFee } from '../world/application-fees.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { emit } from '../world/events.ts';
import type { ApplicationFee, ApplicationFeeRefund } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { integer, metadata, type ParamTable, text } from '../wire/params.ts';
import { resourceMissing } from '../wire/stripe-error.ts';
import { applicationId } from './parts.ts';

/** What the platform earned. */
export const applicationFeeOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/application_fees',
    params: { ...listParams, charge: text() },
    run: (call) => listOf(call, 'application_fee', '/v1/application_fees', { charge: call.params.charge }),
  }),
  operation({
    method: 'GET',
    path: '/v1/application_fees/:id',
    params: {},
    run: (call) => applicationFeeToWire(call.world, feeOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/application_fees/:id/refunds',
    params: { amount: integer({ min: 1 }), metadata: metadata() },
    run: (call) => {
      const { amount, metadata: wish } = call.params;
      const given = mergedMetadata({}, wish);
      return feeRefundToWire(call.world, giveBackApplicationFee(call.world, feeOf(call), amount, given));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/application_fees/:id/refunds',
    params: listParams,
    run: (call) => {
      const { id } = feeOf(call);
      return listOf(call, 'application_fee_refund', `/v1/application_fees/${id}/refunds`, { fee: id });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/application_fees/:id/refunds/:refund',
    params: {},
    run: (call) => feeRefundToWire(call.world, feeRefundOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/application_fees/:id/refunds/:refund',
    params: { metadata: metadata() },
    run: (call) => {
      const refund = feeRefundOf(call);
      const before = feeRefundToWire(call.world, refund);
      const changed = call.world.store.update('application_fee_refund', refund.id, {
        metadata: mergedMetadata(refund.metadata, call.params.metadata),
      });
      emit(call.world, 'application_fee.refund.updated', 'application_fee_refund', refund.id, before);
      return feeRefundToWire(call.world, changed);
    },
  }),
];

type Named = Pick<Call<ParamTable>, 'account' | 'path' | 'world'>;

function feeOf(call: Named): ApplicationFee {
  return resource(call, 'application_fee', call.path['id'] ?? '');
}

function feeRefundOf(call: Named): ApplicationFeeRefund {
  const refund = resource(call, 'application_fee_refund', call.path['refund'] ?? '');
  if (refund.fee !== feeOf(call).id) throw resourceMissing('fee_refund', refund.id);
  return refund;
}

export function applicationFeeToWire(world: World, fee: ApplicationFee): Stripe.ApplicationFee {
  const refunds = world.store.all('application_fee_refund', fee.account, { fee: fee.id }).toReversed();
  return {
    id: fee.id,
    object: 'application_fee',
    account: fee.connectedAccount,
    amount: fee.amount,
    amount_refunded: fee.amountRefunded,
    application: applicationId(world.platform),
    balance_transaction: fee.balanceTransaction,
    charge: fee.charge,
    created: fee.createdUnix,
    currency: fee.currency,
    fee_source: { charge: fee.charge, type: 'charge' },
    livemode: world.settings.livemode,
    originating_transaction: null,
    refunded: fee.amountRefunded === fee.amount,
    refunds: {
      object: 'list',
      data: refunds.slice(0, 10).map((refund) => feeRefundToWire(world, refund)),
      has_more: refunds.length > 10,
      url: `/v1/application_fees/${fee.id}/refunds`,
    },
  };
}

export function feeRefundToWire(_: World, refund: ApplicationFeeRefund): Stripe.FeeRefund {
  return {
    id: refund.id,
    object: 'fee_refund',
    amount: refund.amount,
    balance_transaction: refund.balanceTransaction,
    created: refund.createdUnix,
    currency: refund.currency,
    fee: refund.fee,
    metadata: { ...refund.metadata },
  };
}
