import { invalidRequest } from '../wire/stripe-error.ts';
import { DAY } from './days.ts';
import { startPayout } from './payouts.ts';
import type { Metadata, Payout } from './state.ts';
import type { World } from './world.ts';

const REVERSIBLE_DAYS = 90;
const DEBITED_COUNTRIES: ReadonlySet<string> = new Set(['CA', 'US']);

/**
 * Takes a payout back from the bank it was sent to, by another payout of less than nothing. The words of refusals are the
 * emulator's own: Stripe publishes none.
 *
 * @throws {StripeError} where Stripe does not debit that bank, or not any more.
 * @see https://docs.stripe.com/connect/payout-reversals
 */
export function reversePayout(world: World, id: string, metadata: Metadata = {}): Payout {
  const payout = world.store.get('payout', id);
  const obstacle = obstacleTo(world, payout);
  if (obstacle !== undefined) throw invalidRequest(`This payout cannot be reversed: ${obstacle}`);
  const { account, amount, currency, destination } = payout;
  return startPayout(world, account, { amount: -amount, currency, destination, metadata, originalPayout: id });
}

function obstacleTo(world: World, payout: Payout): string | undefined {
  const { account, amount, arrivalUnix, destination, method, reversedBy, status } = payout;
  const owner = world.store.find('account', account);
  if (owner?.lossesPayer !== 'application')
    return 'this is for connected accounts whose losses are borne by the platform.';
  if (reversedBy !== undefined) return `${reversedBy} does so already.`;
  if (status === 'pending') return 'it has not left yet. Cancel it instead.';
  if (status !== 'in_transit' && status !== 'paid') return `it has a status of ${status}.`;
  if (amount < 0) return 'it is a debit.';
  if (method === 'instant') return 'it is an instant payout.';
  if (arrivalUnix <= world.clock.nowUnix() - REVERSIBLE_DAYS * DAY)
    return `it arrived more than ${REVERSIBLE_DAYS} days ago.`;
  const bank = owner.bankAccounts.find((known) => known.id === destination);
  if (bank === undefined || bank.status === 'errored') return 'its bank account cannot be debited any more.';
  if (!DEBITED_COUNTRIES.has(bank.country)) return 'its bank account is neither in the US nor in Canada.';
  return undefined;
}
