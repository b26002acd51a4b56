import type Stripe from 'stripe';
import type { BalanceTransaction } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { operation, type Operation, resource } from '../wire/operation.ts';
import { text } from '../wire/params.ts';
import { applicationId } from './parts.ts';

/** The lines of the ledger; also under the name they had before. */
export const balanceTransactionOperations: readonly Operation[] = [
  '/v1/balance_transactions',
  '/v1/balance/history',
].flatMap((path) => [
  operation({
    method: 'GET',
    path,
    params: { ...listParams, type: text(), payout: text(), source: text(), currency: text() },
    run: (call) => {
      const { type, payout, source, currency } = call.params;
      return listOf(call, 'balance_transaction', path, { type, payout, source, currency });
    },
  }),
  operation({
    method: 'GET',
    path: `${path}/:id`,
    params: {},
    run: (call) => balanceTransactionToWire(call.world, resource(call, 'balance_transaction', call.path['id'] ?? '')),
  }),
]);

/** What Stripe's reports call each type. */
const CATEGORIES: Readonly<Record<BalanceTransaction['type'], string>> = {
  charge: 'charge',
  refund: 'refund',
  refund_failure: 'refund_failure',
  adjustment: 'other_adjustment',
  application_fee: 'platform_earning',
  application_fee_refund: 'platform_earning_refund',
  payout: 'payout',
  payout_failure: 'payout_reversal',
  payout_cancel: 'payout_reversal',
  payout_minimum_balance_hold: 'payout_minimum_balance_hold',
  payout_minimum_balance_release: 'payout_minimum_balance_release',
  advance: 'advance',
  advance_funding: 'advance_funding',
  stripe_fee: 'fee',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
  payment: 'charge',
  payment_refund: 'refund',
};

export function balanceTransactionToWire(world: World, line: BalanceTransaction): Stripe.BalanceTransaction {
  const { amount, net, type, source } = line;
  return {
    id: line.id,
    object: 'balance_transaction',
    amount,
    available_on: line.availableUnix,
    balance_type: 'payments',
    created: line.createdUnix,
    currency: line.currency,
    description: line.description,
    exchange_rate: null,
    fee: amount - net,
    fee_details: line.fees.map((fee) => ({
      ...fee,
      application: fee.type === 'application_fee' ? applicationId(world.platform) : null,
      currency: line.currency,
    })),
    net,
    reporting_category: source.startsWith('du_') ? (amount < 0 ? 'dispute' : 'dispute_reversal') : CATEGORIES[type],
    source: type === 'stripe_fee' ? null : source,
    status: line.availableUnix <= world.clock.nowUnix() ? 'available' : 'pending',
    type,
  };
}
