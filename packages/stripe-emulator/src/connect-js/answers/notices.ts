import { collects, EVERYTHING } from '../../onboarding/collection.ts';
import { requirementsWanted } from '../../onboarding/progress.ts';
import { returnedBanks } from '../../world/default-banks.ts';
import { requirementsOf } from '../../world/requirements.ts';
import type { Account, Collection } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Notice } from '../frame-data.ts';
import { bankSummary } from './payouts.ts';

/**
 * Tells what Stripe wants from an account, as far as the platform wants it collected. Before onboarding was handed in
 * nothing is shown: that is onboarding's work.
 */
export function noticesOf(world: World, account: Account, collection: Collection = EVERYTHING): readonly Notice[] {
  if (account.submittedUnix === null) return [];
  if (account.rejection !== null) return standingOf(account);
  return [
    ...requirementNotice(world, account, collection),
    ...standingOf(account),
    ...bankNotices(account, collects(collection, 'external_account')),
  ];
}

/** Tells where an account stands with Stripe, as far as the seller can do nothing about it. */
export function standingOf({ rejection, payoutsBlocked, underReview }: Account): readonly Notice[] {
  if (rejection !== null) return [rejected];
  return [...(underReview ? [reviewed] : []), ...(payoutsBlocked ? [payoutsPaused] : [])];
}

const nothing = { reasons: [], bank: null, wants: null, dueUnix: null } as const;

const reviewed: Notice = { ...nothing, id: 'review', kind: 'under_review', tone: 'warning' };

const rejected: Notice = { ...nothing, id: 'rejected', kind: 'rejected', tone: 'danger' };

const payoutsPaused: Notice = { ...nothing, id: 'payouts', kind: 'payouts_paused', tone: 'warning' };

function requirementNotice(world: World, account: Account, collection: Collection): Notice[] {
  const requirements = requirementsOf(world, account);
  const wanted = requirementsWanted(world, account, collection);
  if (wanted.length === 0) return [];
  const isWanted = (field: string): boolean => wanted.includes(field);
  const late = requirements.pastDue.some(isWanted);
  const isDue = requirements.currentlyDue.some(isWanted);
  const { deadlineUnix } = isDue ? requirements : requirements.future;
  return [
    {
      ...nothing,
      id: 'requirements',
      kind: late ? 'overdue' : isDue ? 'more_needed' : 'needed_later',
      reasons: requirements.errors.filter(({ requirement }) => isWanted(requirement)).map(({ code }) => code),
      wants: 'information',
      dueUnix: late ? null : deadlineUnix,
      tone: late ? 'danger' : 'warning',
    },
  ];
}

function bankNotices(account: Account, mayChange: boolean): Notice[] {
  return returnedBanks(account).map((bank) => ({
    ...nothing,
    id: bank.id,
    kind: 'bank_returned',
    bank: bankSummary(bank),
    wants: mayChange ? 'bank' : null,
    tone: 'danger',
  }));
}
