import { collects, EVERYTHING } from '../../onboarding/collection.ts';
import { requirementsWanted } from '../../onboarding/progress.ts';
import { returnedBanks } from '../../world/default-banks.ts';
import { requirementsOf } from '../../world/requirements.ts';
import type { Account, Collection } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Notice } from '../frame-data.ts';

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

const reviewed: Notice = {
  id: 'review',
  title: 'Stripe is reviewing your details',
  text: 'Payments and payouts wait until that is done. There is nothing for you to do.',
  action: null,
  dueUnix: null,
  tone: 'warning',
};

const rejected: Notice = {
  id: 'rejected',
  title: 'This account was closed',
  text: 'Stripe has closed this account. It can take no more payments. Ask Stripe’s support what happens to your balance.',
  action: null,
  dueUnix: null,
  tone: 'danger',
};

const payoutsPaused: Notice = {
  id: 'payouts',
  title: 'Payouts are paused',
  text: 'Stripe holds your payouts back for now. Your money is safe and stays in your balance.',
  action: null,
  dueUnix: null,
  tone: 'warning',
};

function requirementNotice(world: World, account: Account, collection: Collection): Notice[] {
  const requirements = requirementsOf(world, account);
  const wanted = requirementsWanted(world, account, collection);
  if (wanted.length === 0) return [];
  const isWanted = (field: string): boolean => wanted.includes(field);
  const late = requirements.pastDue.some(isWanted);
  const reasons = requirements.errors.filter(({ requirement }) => isWanted(requirement)).map(({ reason }) => reason);
  const isDue = requirements.currentlyDue.some(isWanted);
  const { deadlineUnix } = isDue ? requirements : requirements.future;
  const { title, consequence } = late ? WORDS.late : isDue ? WORDS.due : WORDS.later;
  return [
    {
      id: 'requirements',
      title,
      text: [...reasons, consequence].join(' '),
      action: 'Provide information',
      dueUnix: late ? null : deadlineUnix,
      tone: late ? 'danger' : 'warning',
    },
  ];
}

const WORDS = {
  late: {
    title: 'Stripe needs something from you now',
    consequence: 'Until you do, payments and payouts are paused.',
  },
  due: {
    title: 'Stripe needs a little more from you',
    consequence: 'Without it, payments and payouts will be paused.',
  },
  later: {
    title: 'Stripe will need a little more from you',
    consequence: 'You can provide it now. Payments and payouts go on meanwhile.',
  },
} as const;

function bankNotices(account: Account, mayChange: boolean): Notice[] {
  return returnedBanks(account).map(({ id, bankName, last4 }) => ({
    id,
    title: 'Your bank returned a payout',
    text: `Money could not be sent to ${bankName} •••• ${last4}. Check the account number and enter it again.`,
    action: mayChange ? 'Update bank account' : null,
    dueUnix: null,
    tone: 'danger' as const,
  }));
}
