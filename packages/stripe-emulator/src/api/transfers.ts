import type Stripe from 'stripe';
import { emit } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import type { Transfer, TransferReversal } from '../world/state.ts';
import { reverseTransfer } from '../world/transfer-reversals.ts';
import { createTransfer } from '../world/transfers.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { bool, integer, metadata, oneOf, type ParamTable, required, text } from '../wire/params.ts';
import { invalidRequest, resourceMissing } from '../wire/stripe-error.ts';

/** Money that the platform sends to its accounts, and takes back. */
export const transferOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/transfers',
    params: {
      amount: integer({ min: 1 }),
      currency: required(text()),
      destination: required(text()),
      description: text(),
      metadata: metadata(),
      source_transaction: text(),
      source_type: oneOf('card'),
      transfer_group: text(),
    },
    run: (call) => {
      const { world, params } = call;
      requirePlatform(call);
      const source =
        params.source_transaction === undefined
          ? undefined
          : resource(call, 'charge', params.source_transaction, 'source_transaction');
      const amount = params.amount ?? source?.amountCaptured;
      if (amount === undefined) throw invalidRequest('Missing required param: amount.', { param: 'amount' });
      const { currency, destination, description, metadata: given, transfer_group: transferGroup } = params;
      const wish = { amount, currency, destination, description, metadata: mergedMetadata({}, given), transferGroup };
      return transferToWire(world, createTransfer(world, { ...wish, sourceTransaction: source?.id }));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/transfers',
    params: { ...listParams, destination: text(), transfer_group: text() },
    run: (call) => {
      const { destination, transfer_group: transferGroup } = call.params;
      return listOf(call, 'transfer', '/v1/transfers', { destination, transferGroup });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/transfers/:id',
    params: {},
    run: (call) => transferToWire(call.world, transferOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/transfers/:id',
    params: { description: text(), metadata: metadata() },
    run: (call) => {
      const transfer = transferOf(call);
      const before = transferToWire(call.world, transfer);
      const changed = call.world.store.update('transfer', transfer.id, {
        description: call.params.description ?? transfer.description,
        metadata: mergedMetadata(transfer.metadata, call.params.metadata),
      });
      emit(call.world, 'transfer.updated', 'transfer', transfer.id, before);
      return transferToWire(call.world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/transfers/:id/reversals',
    params: {
      amount: integer({ min: 1 }),
      description: text(),
      metadata: metadata(),
      refund_application_fee: bool(),
    },
    run: (call) => {
      const { amount, metadata: given, refund_application_fee: refundApplicationFee } = call.params;
      const wish = { amount, metadata: mergedMetadata({}, given), refundApplicationFee };
      return transferReversalToWire(call.world, reverseTransfer(call.world, transferOf(call).id, wish));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/transfers/:id/reversals',
    params: listParams,
    run: (call) => {
      const { id } = transferOf(call);
      return listOf(call, 'transfer_reversal', `/v1/transfers/${id}/reversals`, { transfer: id });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/transfers/:id/reversals/:reversal',
    params: {},
    run: (call) => transferReversalToWire(call.world, reversalOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/transfers/:id/reversals/:reversal',
    params: { metadata: metadata() },
    run: (call) => {
      const reversal = reversalOf(call);
      const changed = call.world.store.update('transfer_reversal', reversal.id, {
        metadata: mergedMetadata(reversal.metadata, call.params.metadata),
      });
      return transferReversalToWire(call.world, changed);
    },
  }),
];

type Named = Pick<Call<ParamTable>, 'account' | 'path' | 'world'>;

function transferOf(call: Named): Transfer {
  return resource(call, 'transfer', call.path['id'] ?? '');
}

function reversalOf(call: Named): TransferReversal {
  const reversal = resource(call, 'transfer_reversal', call.path['reversal'] ?? '');
  if (reversal.transfer !== transferOf(call).id) throw resourceMissing('transfer_reversal', reversal.id);
  return reversal;
}

function requirePlatform({ account, world }: Pick<Named, 'account' | 'world'>): void {
  if (account !== world.platform) throw invalidRequest('Only the platform can make transfers.');
}

/** A transfer in Stripe's form. */
export function transferToWire(world: World, transfer: Transfer): Stripe.Transfer {
  const reversals = world.store.all('transfer_reversal', transfer.account, { transfer: transfer.id }).toReversed();
  return {
    id: transfer.id,
    object: 'transfer',
    amount: transfer.amount,
    amount_reversed: transfer.amountReversed,
    balance_transaction: transfer.balanceTransaction,
    created: transfer.createdUnix,
    currency: transfer.currency,
    description: transfer.description,
    destination: transfer.destination,
    destination_payment: transfer.destinationPayment,
    livemode: world.settings.livemode,
    metadata: { ...transfer.metadata },
    reversals: {
      object: 'list',
      data: reversals.slice(0, 10).map((reversal) => transferReversalToWire(world, reversal)),
      has_more: reversals.length > 10,
      url: `/v1/transfers/${transfer.id}/reversals`,
    },
    reversed: transfer.amountReversed === transfer.amount,
    source_transaction: transfer.sourceTransaction,
    source_type: 'card',
    transfer_group: transfer.transferGroup,
  };
}

/** A reversal in Stripe's form. */
export function transferReversalToWire(_: World, reversal: TransferReversal): Stripe.TransferReversal {
  return {
    id: reversal.id,
    object: 'transfer_reversal',
    amount: reversal.amount,
    balance_transaction: reversal.balanceTransaction,
    created: reversal.createdUnix,
    currency: reversal.currency,
    destination_payment_refund: reversal.destinationPaymentRefund,
    metadata: { ...reversal.metadata },
    source_refund: reversal.sourceRefund,
    transfer: reversal.transfer,
  };
}
