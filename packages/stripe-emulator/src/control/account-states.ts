import { demandOf, DOCUMENT } from '../world/demands.ts';
import type { Account } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** The states an account can be put into. */
export const ACCOUNT_STATES = [
  'ready',
  'more_needed',
  'in_review',
  'restricted',
  'payouts_paused',
  'rejected',
] as const;

export type AccountState = (typeof ACCOUNT_STATES)[number];

/** Says what is true of an account that is put into a state now. */
export function changeInto(state: AccountState, world: World): Partial<Account> {
  const submittedUnix = world.clock.nowUnix();
  const changes: Readonly<Record<AccountState, Partial<Account>>> = {
    ready: { demands: [], underReview: false, rejection: null, payoutsBlocked: false, submittedUnix },
    more_needed: { demands: [demandOf(world, DOCUMENT, 'by_deadline')], underReview: false, rejection: null },
    in_review: { demands: [], underReview: true, rejection: null, submittedUnix },
    restricted: { demands: [demandOf(world, DOCUMENT, 'now')], underReview: false, rejection: null, submittedUnix },
    payouts_paused: { payoutsBlocked: true },
    rejected: { demands: [], underReview: false, rejection: 'other', submittedUnix },
  };
  return changes[state];
}
