import { type Collection, collects, EVERYTHING } from '../../onboarding/collection.ts';
import { requirementsOf } from '../../world/requirements.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Notice } from '../frame-data.ts';

/**
 * Tells what Stripe wants from an account, as far as the platform wants it collected. Before onboarding was handed in
 * nothing is shown: that is onboarding's work.
 */
export function noticesOf(world: World, account: Account, collection = EVERYTHING): readonly Notice[] {
  if (account.submittedUnix === null) return [];
  if (account.rejection !== null) return [rejected];
  return [
    ...requirementNotice(world, account, collection),
    ...(account.payoutsBlocked ? [payoutsPaused] : []),
    ...bankNotices(account, collection),
  ];
}

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
  const { currentlyDue, eventuallyDue, pastDue, errors, deadlineUnix } = requirementsOf(world, account);
  const due = collection.fields === 'eventually_due' ? [...currentlyDue, ...eventuallyDue] : currentlyDue;
  const isWanted = (requirement: string): boolean => collects(collection, requirement);
  if (!due.some(isWanted)) return [];
  const late = pastDue.some(isWanted);
  const reasons = errors.filter(({ requirement }) => isWanted(requirement)).map(({ reason }) => reason);
  const consequence = late
    ? 'Until you do, payments and payouts are paused.'
    : 'Without it, payments and payouts will be paused.';
  return [
    {
      id: 'requirements',
      title: late ? 'Stripe needs something from you now' : 'Stripe needs a little more from you',
      text: [...reasons, consequence].join(' '),
      action: 'Provide information',
      dueUnix: late ? null : deadlineUnix,
      tone: late ? 'danger' : 'warning',
    },
  ];
}

function bankNotices({ bankAccounts }: Account, collection: Collection): Notice[] {
  return bankAccounts
    .filter(({ status }) => status === 'errored')
    .map(({ id, bankName, last4 }) => ({
      id,
      title: 'Your bank returned a payout',
      text: `Money could not be sent to ${bankName} •••• ${last4}. Check the account number and enter it again.`,
      action: collects(collection, 'external_account') ? 'Update bank account' : null,
      dueUnix: null,
      tone: 'danger' as const,
    }));
}
