import { invalidRequest } from '../wire/stripe-error.ts';
import { capabilitiesOf } from './accounts.ts';
import { createApplicationFee } from './application-fees.ts';
import { findConnected } from './connection.ts';
import { emit } from './events.ts';
import { newId } from './ids.ts';
import { availableIn, book, notBefore } from './ledger.ts';
import type { Account, Charge, Metadata, Transfer } from './state.ts';
import { born, type World } from './world.ts';

export interface NewTransfer {
  readonly amount: number;
  readonly currency: string;
  readonly destination: string;
  readonly sourceTransaction?: string | undefined;
  readonly transferGroup?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly metadata?: Metadata | undefined;
}

/**
 * Sends money of the platform to one of its accounts: from what is available, or from one charge.
 *
 * @throws {StripeError} where there is not that much, or the account cannot have it.
 */
export function createTransfer(world: World, wish: NewTransfer): Transfer {
  const currency = wish.currency.toLowerCase();
  requireTransferable(world, wish.destination);
  const { amount, destination, sourceTransaction = null } = wish;
  const charge = sourceTransaction === null ? null : world.store.get('charge', sourceTransaction);
  if (charge === null) requireFunds(world, currency, amount);
  else requireLeft(world, charge, currency, amount);
  return send(world, {
    amount,
    currency,
    destination,
    sourceTransaction,
    transferGroup: wish.transferGroup ?? (charge && groupOf(world, charge)),
    description: wish.description ?? null,
    metadata: wish.metadata ?? {},
    availableUnix: notBefore(world, charge && charge.balanceTransaction),
    fee: null,
  });
}

/** Sends on what a destination charge brought, less the platform's part. */
export function transferOfCharge(world: World, charge: Charge, amount: number, feeAmount: number | null): string {
  const { transferPlan: plan } = charge;
  if (plan === null || plan === undefined) throw new Error(`${charge.id} is no destination charge`);
  const { id } = send(world, {
    amount: Math.min(plan.amount ?? amount, amount),
    currency: charge.currency,
    destination: plan.destination,
    sourceTransaction: charge.id,
    transferGroup: groupOf(world, charge),
    description: null,
    metadata: {},
    availableUnix: notBefore(world, charge.balanceTransaction),
    fee: feeAmount === null || feeAmount === 0 ? null : { charge, amount: feeAmount },
  });
  return id;
}

/**
 * Returns the account that a transfer goes to.
 *
 * @throws {StripeError} when there is none that is connected, or it may not have transfers.
 */
export function requireTransferable(world: World, destination: string, param = 'destination'): Account {
  const account = findConnected(world, destination);
  if (account === undefined)
    throw invalidRequest(`No such destination: '${destination}'`, { code: 'resource_missing', param });
  if (capabilitiesOf(world, account).transfers === 'active') return account;
  throw invalidRequest(
    'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
    { code: 'insufficient_capabilities_for_transfer' },
  );
}

interface Sending extends Omit<
  Transfer,
  'account' | 'amountReversed' | 'balanceTransaction' | 'createdUnix' | 'destinationPayment' | 'id'
> {
  readonly availableUnix: number;
  /** What the platform keeps of it, and of which charge. */
  readonly fee: { readonly charge: Charge; readonly amount: number } | null;
}

function send(world: World, { availableUnix, fee, ...sending }: Sending): Transfer {
  const { amount, currency, description } = sending;
  const begun = born(world, 'tr', world.platform);
  const line = book(world, {
    account: world.platform,
    type: 'transfer',
    amount: -amount,
    currency,
    source: begun.id,
    description,
    availableUnix,
  });
  const destinationPayment = receive(world, begun.id, sending, availableUnix, fee);
  const transfer = world.store.insert('transfer', {
    ...begun,
    ...sending,
    amountReversed: 0,
    destinationPayment,
    balanceTransaction: line.id,
  });
  emit(world, 'transfer.created', 'transfer', begun.id);
  const { applicationFee } = world.store.get('destination_payment', destinationPayment);
  if (applicationFee !== null) emit(world, 'application_fee.created', 'application_fee', applicationFee);
  return transfer;
}

function receive(
  world: World,
  transfer: string,
  { amount, currency, destination, description }: Pick<Transfer, 'amount' | 'currency' | 'description' | 'destination'>,
  availableUnix: number,
  fee: Sending['fee'],
): string {
  const payment = { ...born(world, 'py', destination), id: newId(world, 'py') };
  const earned = fee && createApplicationFee(world, { ...fee.charge, account: destination }, fee.amount, availableUnix);
  const line = book(world, {
    account: destination,
    type: 'payment',
    amount,
    fees:
      fee === null
        ? []
        : [
            {
              type: 'application_fee',
              amount: fee.amount,
              description: `${world.settings.platformName} application fee`,
            },
          ],
    currency,
    source: payment.id,
    description,
    availableUnix,
  });
  world.store.insert('destination_payment', {
    ...payment,
    amount,
    amountRefunded: 0,
    currency,
    transfer,
    applicationFee: earned?.id ?? null,
    applicationFeeAmount: fee?.amount ?? null,
    balanceTransaction: line.id,
    metadata: {},
  });
  return payment.id;
}

/** Transfers and the charge they come from are one group, named after the payment unless the platform named it. */
function groupOf({ store }: World, charge: Charge): string {
  const group = charge.transferGroup ?? `group_${charge.paymentIntent ?? charge.id}`;
  if (charge.transferGroup !== group) {
    store.update('charge', charge.id, { transferGroup: group });
    if (charge.paymentIntent !== null) store.update('payment_intent', charge.paymentIntent, { transferGroup: group });
  }
  return group;
}

function requireFunds(world: World, currency: string, amount: number): void {
  if (availableIn(world, world.platform, currency) >= amount) return;
  throw invalidRequest(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
    { code: 'balance_insufficient' },
  );
}

function requireLeft({ store }: World, charge: Charge, currency: string, amount: number): void {
  if (charge.currency !== currency)
    throw invalidRequest(
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${currency})`,
      { param: 'currency' },
    );
  if (!charge.captured)
    throw invalidRequest(`Charge ${charge.id} has not been captured.`, { param: 'source_transaction' });
  const sent = store.all('transfer', charge.account, { sourceTransaction: charge.id });
  const left = sent.reduce((rest, one) => rest - one.amount + one.amountReversed, charge.amountCaptured);
  if (amount > left)
    throw invalidRequest(
      `The transfers using this charge as a source cannot exceed the charge's amount: ${left} of it is left.`,
      { param: 'amount' },
    );
}
