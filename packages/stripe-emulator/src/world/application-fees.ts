import { invalidRequest } from '../wire/stripe-error.ts';
import { emit } from './events.ts';
import { book, notBefore } from './ledger.ts';
import type { ApplicationFee, ApplicationFeeRefund, Charge, Metadata } from './state.ts';
import { born, type World } from './world.ts';

/** Credits the platform with its part of a charge. The account's part of it is a fee of the charge's own line. */
export function createApplicationFee(
  world: World,
  charge: Charge,
  amount: number,
  availableUnix: number,
): ApplicationFee {
  const { platform } = world;
  const fee = born(world, 'fee', platform);
  const { currency } = charge;
  const { id: balanceTransaction } = book(world, {
    account: platform,
    type: 'application_fee',
    amount,
    currency,
    source: fee.id,
    description: 'Application fee',
    availableUnix,
  });
  return world.store.insert('application_fee', {
    ...fee,
    connectedAccount: charge.account,
    amount,
    amountRefunded: 0,
    currency,
    charge: charge.id,
    balanceTransaction,
  });
}

/**
 * Takes a part of a fee from the platform again. Whoever calls credits the account with it.
 *
 * @throws {StripeError} for more than is left of the fee.
 */
export function refundApplicationFee(
  world: World,
  { id, amount: whole, amountRefunded, currency, balanceTransaction: earned }: ApplicationFee,
  amount: number,
  metadata: Metadata = {},
): ApplicationFeeRefund {
  if (amountRefunded === whole)
    throw invalidRequest(`Application fee ${id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (amount > whole - amountRefunded)
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on application fee (${whole - amountRefunded})`,
      { param: 'amount' },
    );
  const refund = born(world, 'fr', world.platform);
  const { id: balanceTransaction } = book(world, {
    account: world.platform,
    type: 'application_fee_refund',
    amount: -amount,
    currency,
    source: refund.id,
    description: 'Application fee refund',
    availableUnix: notBefore(world, earned),
  });
  const before = world.render(world, 'application_fee', world.store.get('application_fee', id));
  world.store.update('application_fee', id, { amountRefunded: amountRefunded + amount });
  const kept = world.store.insert('application_fee_refund', {
    ...refund,
    fee: id,
    amount,
    currency,
    balanceTransaction,
    metadata,
  });
  emit(world, 'application_fee.refunded', 'application_fee', id, before);
  return kept;
}

/** Gives a part of a fee back to the account without a refund to its customer. */
export function giveBackApplicationFee(
  world: World,
  fee: ApplicationFee,
  amount = fee.amount - fee.amountRefunded,
  metadata: Metadata = {},
): ApplicationFeeRefund {
  const refund = refundApplicationFee(world, fee, amount, metadata);
  const charge = world.store.get('charge', fee.charge);
  book(world, {
    account: fee.connectedAccount,
    type: 'adjustment',
    amount,
    currency: fee.currency,
    source: charge.id,
    description: 'Application fee refund',
    availableUnix: notBefore(world, charge.balanceTransaction),
    side: 'between',
  });
  return refund;
}
