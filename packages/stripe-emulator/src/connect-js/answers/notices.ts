import { requirementsOf } from '../../world/requirements.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Notice } from '../frame-data.ts';
import { bankSummary } from './payouts.ts';

/** Tells what Stripe wants from an account. Before onboarding was handed in nothing is shown: that is onboarding's work. */
export function noticesOf(world: World, account: Account): readonly Notice[] {
  if (account.submittedUnix === null) return [];
  if (account.rejection !== null) return [rejected];
  return [
    ...requirementNotice(world, account),
    ...(account.payoutsBlocked ? [payoutsPaused] : []),
    ...bankNotices(account),
  ];
}

const nothing = { reasons: [], bank: null, wants: null, dueUnix: null } as const;

const rejected: Notice = { ...nothing, id: 'rejected', kind: 'rejected', tone: 'danger' };

const payoutsPaused: Notice = { ...nothing, id: 'payouts', kind: 'payouts_paused', tone: 'warning' };

function requirementNotice(world: World, account: Account): Notice[] {
  const { currentlyDue, pastDue, errors, deadlineUnix } = requirementsOf(world, account);
  if (currentlyDue.length === 0) return [];
  const late = pastDue.length > 0;
  return [
    {
      ...nothing,
      id: 'requirements',
      kind: late ? 'overdue' : 'more_needed',
      reasons: errors.map(({ code }) => code),
      wants: 'information',
      dueUnix: late ? null : deadlineUnix,
      tone: late ? 'danger' : 'warning',
    },
  ];
}

function bankNotices({ bankAccounts }: Account): Notice[] {
  return bankAccounts
    .filter(({ status }) => status === 'errored')
    .map((bank) => ({
      ...nothing,
      id: bank.id,
      kind: 'bank_returned',
      bank: bankSummary(bank),
      wants: 'bank',
      tone: 'danger',
    }));
}
