import { nextPayoutOf } from '../../world/payout-schedule.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { PayoutOverview } from '../frame-data.ts';
import { instantOffer } from './instant-offer.ts';
import { bankOf, scheduleOf } from './payouts.ts';

type Rights = { readonly editSchedule: boolean; readonly instant: boolean };

/** Tells when the next money comes, where it goes and how often, and what could come at once. */
export function payoutOverview(world: World, account: Account, may: Rights): PayoutOverview {
  const currency = account.defaultCurrency;
  const next = nextPayoutOf(world, account.id, currency);
  return {
    next: next === undefined ? null : { amount: next.amount, currency, arrivalUnix: next.arrivalUnix },
    schedule: scheduleOf(account),
    bank: bankOf(account),
    mayEditSchedule: may.editSchedule,
    instant: may.instant ? instantOffer(world, account, currency) : null,
  };
}
