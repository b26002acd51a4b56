import { invalidRequest } from '../wire/stripe-error.ts';
import { refundApplicationFee } from './application-fees.ts';
import { emit } from './events.ts';
import { newId } from './ids.ts';
import { balancesOf, book, notBefore } from './ledger.ts';
import type { DestinationPayment, Metadata, Transfer, TransferReversal } from './state.ts';
import { type PartBack, proportionOf } from './proportion.ts';
import { born, type World } from './world.ts';

export interface NewReversal {
  /** All that is left unless told. */
  readonly amount?: number | undefined;
  /** Gives the same part of the platform's fee back to the account. */
  readonly refundApplicationFee?: boolean | undefined;
  /** The refund to a customer that it pays for. */
  readonly sourceRefund?: string | undefined;
  readonly metadata?: Metadata | undefined;
}

/**
 * Takes money of a transfer back.
 *
 * @throws {StripeError} for more than is left of it, or than the account has.
 */
export function reverseTransfer(world: World, id: string, wish: NewReversal = {}): TransferReversal {
  const transfer = world.store.get('transfer', id);
  const amount = wish.amount ?? transfer.amount - transfer.amountReversed;
  requireReversible(world, transfer, amount, wish.sourceRefund === undefined);
  const begun = born(world, 'trr', world.platform);
  const line = book(world, {
    account: world.platform,
    type: 'transfer_refund',
    amount,
    currency: transfer.currency,
    source: begun.id,
    description: 'REFUND FOR TRANSFER',
    availableUnix: notBefore(world, transfer.balanceTransaction),
  });
  const destinationPaymentRefund = giveBack(world, transfer, amount, wish.refundApplicationFee === true);
  const reversal = world.store.insert('transfer_reversal', {
    ...begun,
    transfer: id,
    amount,
    currency: transfer.currency,
    balanceTransaction: line.id,
    destinationPaymentRefund,
    sourceRefund: wish.sourceRefund ?? null,
    metadata: wish.metadata ?? {},
  });
  const before = world.render(world, 'transfer', world.store.get('transfer', id));
  world.store.update('transfer', id, { amountReversed: transfer.amountReversed + amount });
  emit(world, 'transfer.reversed', 'transfer', id, before);
  return reversal;
}

/** Takes back what a refund's part of a charge is of its transfer, and never more than is left. */
export function reverseForRefund(
  world: World,
  transferId: string,
  { refund, part, withFee }: { readonly refund: string; readonly part: PartBack; readonly withFee: boolean },
): string | null {
  const { amount, amountReversed } = world.store.get('transfer', transferId);
  const share = Math.min(amount - amountReversed, proportionOf(amount, part));
  if (share === 0) return null;
  return reverseTransfer(world, transferId, { amount: share, sourceRefund: refund, refundApplicationFee: withFee }).id;
}

function giveBack(world: World, transfer: Transfer, amount: number, withFee: boolean): string {
  const payment = world.store.get('destination_payment', transfer.destinationPayment);
  const returned = withFee ? returnFee(world, payment, amount) : 0;
  const id = newId(world, 'pyr');
  book(world, {
    account: transfer.destination,
    type: 'payment_refund',
    amount: -amount,
    fees:
      returned === 0
        ? []
        : [
            {
              type: 'application_fee',
              amount: -returned,
              description: `${world.settings.platformName} application fee`,
            },
          ],
    currency: transfer.currency,
    source: id,
    description: 'REFUND FOR PAYMENT',
    availableUnix: notBefore(world, payment.balanceTransaction),
  });
  world.store.update('destination_payment', payment.id, { amountRefunded: payment.amountRefunded + amount });
  return id;
}

function returnFee(world: World, payment: DestinationPayment, amount: number): number {
  if (payment.applicationFee === null) return 0;
  const fee = world.store.get('application_fee', payment.applicationFee);
  const left = fee.amount - fee.amountRefunded;
  const part = { amount, before: payment.amountRefunded, whole: payment.amount };
  const share = Math.min(left, proportionOf(fee.amount, part));
  if (share > 0) refundApplicationFee(world, fee, share);
  return share;
}

function requireReversible(world: World, transfer: Transfer, amount: number, byItself: boolean): void {
  const left = transfer.amount - transfer.amountReversed;
  if (left === 0) throw invalidRequest(`Transfer ${transfer.id} is already fully reversed.`);
  if (amount > left)
    throw invalidRequest(`Reversal amount (${amount}) is greater than unreversed amount on transfer (${left})`, {
      param: 'amount',
    });
  const has = balancesOf(world, transfer.destination).find(({ currency }) => currency === transfer.currency);
  if (byItself && (has?.available ?? 0) + (has?.pending ?? 0) < amount)
    throw invalidRequest(
      'Insufficient funds: the connected account has less than the amount of this reversal in its balance.',
      { code: 'balance_insufficient' },
    );
}
