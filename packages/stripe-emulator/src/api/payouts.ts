import type Stripe from 'stripe';
import { emit } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { reversePayout } from '../world/payout-reversals.ts';
import { cancelPayout, createPayout } from '../world/payouts.ts';
import type { Payout } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams, rangeCondition } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { integer, metadata, oneOf, type ParamTable, range, required, text } from '../wire/params.ts';

/** Payouts to an account's bank. */
export const payoutOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/payouts',
    params: {
      amount: required(integer({ min: 1 })),
      currency: required(text()),
      method: oneOf('standard', 'instant'),
      destination: text(),
      description: text(),
      statement_descriptor: text({ max: 22 }),
      source_type: oneOf('card'),
      metadata: metadata(),
    },
    run: ({ world, account, params }) => {
      const { statement_descriptor: statementDescriptor, source_type: _, ...wish } = params;
      const kept = mergedMetadata({}, params.metadata);
      return payoutToWire(world, createPayout(world, account, { ...wish, metadata: kept, statementDescriptor }));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/payouts',
    params: {
      ...listParams,
      arrival_date: range(),
      status: oneOf('pending', 'in_transit', 'paid', 'failed', 'canceled'),
      destination: text(),
    },
    run: (call) => {
      const { arrival_date: arrival = {}, status, destination } = call.params;
      const condition = rangeCondition(`document ->> '$.arrivalUnix'`, arrival);
      return listOf(call, 'payout', '/v1/payouts', { status, destination }, condition);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/payouts/:id',
    params: {},
    run: (call) => payoutToWire(call.world, payoutOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/payouts/:id',
    params: { metadata: metadata() },
    run: (call) => {
      const payout = payoutOf(call);
      const changed = call.world.store.update('payout', payout.id, {
        metadata: mergedMetadata(payout.metadata, call.params.metadata),
      });
      emit(call.world, 'payout.updated', 'payout', payout.id, { metadata: payout.metadata });
      return payoutToWire(call.world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/payouts/:id/cancel',
    params: {},
    run: (call) => payoutToWire(call.world, cancelPayout(call.world, payoutOf(call).id)),
  }),
  operation({
    method: 'POST',
    path: '/v1/payouts/:id/reverse',
    params: { metadata: metadata() },
    run: (call) =>
      payoutToWire(call.world, reversePayout(call.world, payoutOf(call).id, mergedMetadata({}, call.params.metadata))),
  }),
];

function payoutOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): Payout {
  return resource(call, 'payout', call.path['id'] ?? '');
}

const FAILURES: Readonly<Record<string, string>> = {
  account_closed: 'The bank account has been closed.',
  account_frozen: 'The bank account has been frozen.',
  bank_account_restricted: 'The bank account has restrictions on either the type, or the number, of payouts allowed.',
  could_not_process: 'The bank could not process this payout.',
  debit_not_authorized: 'Debit transactions are not approved on the bank account.',
  insufficient_funds: 'Your Stripe account has insufficient funds to cover the payout.',
  invalid_currency: 'The bank was unable to process this payout because of its currency.',
  no_account:
    'The bank account details on file are probably incorrect. No bank account could be located with those details.',
};

export function payoutToWire(world: World, payout: Payout): Stripe.Payout {
  const { automatic, failureCode, status } = payout;
  return {
    id: payout.id,
    object: 'payout',
    amount: payout.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: payout.arrivalUnix,
    automatic,
    balance_transaction: payout.balanceTransaction,
    created: payout.createdUnix,
    currency: payout.currency,
    description: payout.description,
    destination: payout.destination,
    failure_balance_transaction: payout.failureBalanceTransaction,
    failure_code: failureCode,
    failure_message: failureCode === null ? null : (FAILURES[failureCode] ?? 'The bank sent this payout back.'),
    livemode: world.settings.livemode,
    metadata: { ...payout.metadata },
    method: payout.method,
    original_payout: payout.originalPayout ?? null,
    payout_method: null,
    reconciliation_status: automatic ? (status === 'paid' ? 'completed' : 'in_progress') : 'not_applicable',
    reversed_by: payout.reversedBy ?? null,
    source_type: 'card',
    statement_descriptor: payout.statementDescriptor,
    status,
    trace_id: null,
    type: payout.destination.startsWith('card_') ? 'card' : 'bank_account',
  };
}
