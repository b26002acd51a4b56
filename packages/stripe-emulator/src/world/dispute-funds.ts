import { book, notBefore } from './ledger.ts';
import type { Dispute, Fee } from './state.ts';
import type { World } from './world.ts';

/** What Stripe takes for a dispute, in the minor unit of whatever currency; it stays taken when the dispute is won. */
export const DISPUTE_FEE_MINOR = 1500;

/** What countering a compliance dispute costs, in the minor unit of whatever currency; given back when it is won. */
export const COMPLIANCE_FEE_MINOR = 50_000;

/** The customer's bank has the money back; a dispute that was prevented costs nothing. */
export function takeFunds(world: World, dispute: Dispute): void {
  const fee: Fee = { type: 'stripe_fee', amount: DISPUTE_FEE_MINOR, description: 'Dispute fee' };
  const isFree = dispute.status === 'prevented';
  const platformPays = payerOf(world, dispute) !== dispute.account;
  keep(world, dispute, {
    amount: -dispute.amount,
    fees: isFree || platformPays ? [] : [fee],
    description: `Chargeback withdrawal for ${dispute.charge}`,
  });
  if (platformPays && !isFree) charge(world, dispute, fee.amount, fee.description);
}

/** The account has the money again. */
export function returnFunds(world: World, dispute: Dispute): void {
  keep(world, dispute, {
    amount: dispute.amount,
    fees: [],
    description: `Chargeback reversal for ${dispute.charge}`,
  });
}

/** Takes what countering a compliance dispute costs, or gives it back. */
export function chargeForCountering(world: World, dispute: Dispute, way: 'give_back' | 'take'): void {
  const amount = way === 'take' ? COMPLIANCE_FEE_MINOR : -COMPLIANCE_FEE_MINOR;
  charge(world, dispute, amount, 'Network fee for a compliance dispute');
}

function charge(world: World, dispute: Dispute, amount: number, description: string): void {
  const { id, currency } = dispute;
  const account = payerOf(world, dispute);
  book(world, { account, type: 'stripe_fee', amount: -amount, currency, source: id, description });
}

function payerOf({ store, platform }: World, { account }: Dispute): string {
  return store.find('account', account)?.feesPayer === 'application' ? platform : account;
}

interface Movement {
  readonly amount: number;
  readonly fees: readonly Fee[];
  readonly description: string;
}

function keep(world: World, { id, account, charge: disputed, currency }: Dispute, movement: Movement): void {
  const availableUnix = notBefore(world, world.store.get('charge', disputed).balanceTransaction);
  const line = book(world, { account, type: 'adjustment', currency, source: id, availableUnix, ...movement });
  const { balanceTransactions } = world.store.get('dispute', id);
  world.store.update('dispute', id, { balanceTransactions: [...balanceTransactions, line.id] });
}
