import { invalidRequest } from '../wire/stripe-error.ts';
import { findConnected } from './connection.ts';
import { requireFeePossible } from './payment-errors.ts';
import type { TransferPlan } from './state.ts';
import { requireTransferable } from './transfers.ts';
import type { World } from './world.ts';

interface DestinationWish {
  readonly amount: number;
  readonly applicationFeeAmount?: number | null | undefined;
  readonly transfer?: TransferPlan | null | undefined;
  readonly onBehalfOf?: string | null | undefined;
}

/**
 * Refuses a charge for another account that cannot be.
 *
 * @throws {StripeError} off the platform, for accounts that may not have the money, and for more than there is.
 */
export function requireDestinationPossible(world: World, account: string, wish: DestinationWish): void {
  const { transfer = null, onBehalfOf = null, applicationFeeAmount = null, amount } = wish;
  if (onBehalfOf !== null && findConnected(world, onBehalfOf) === undefined)
    throw invalidRequest(`No such account: '${onBehalfOf}'`, { code: 'resource_missing', param: 'on_behalf_of' });
  if (transfer === null) return;
  if (account !== world.platform)
    throw invalidRequest('Only the platform can make a destination charge.', { param: 'transfer_data' });
  requireTransferable(world, transfer.destination, 'transfer_data[destination]');
  if (transfer.amount !== null && applicationFeeAmount !== null)
    throw invalidRequest('You can only use one of application_fee_amount and transfer_data[amount].', {
      param: 'transfer_data[amount]',
    });
  if (transfer.amount !== null && transfer.amount > amount)
    throw invalidRequest('The transfer_data[amount] cannot be greater than the amount of the charge.', {
      param: 'transfer_data[amount]',
    });
  requireFeePossible(world, transfer.destination, applicationFeeAmount, amount);
}
