import { changeAccount } from './accounts.ts';
import { DAY } from './days.ts';
import type { Account, Demand } from './state.ts';
import type { TestCard } from './test-cards.ts';
import type { World } from './world.ts';

const ANSWER_DAYS = 14;

/** Lets Stripe want something of an account, as the test cards for Connect do once it has been onboarded. */
export function trigger(world: World, id: string, what: NonNullable<TestCard['makesStripe']>): void {
  const account = world.store.find('account', id);
  if (account?.submittedUnix === undefined || account.submittedUnix === null) return;
  changeAccount(world, id, consequence(world, account, what));
}

function consequence(
  { clock }: World,
  { demands }: Account,
  what: NonNullable<TestCard['makesStripe']>,
): Partial<Account> {
  if (what === 'block_payouts') return { payoutsBlocked: true };
  const now = clock.nowUnix();
  const demand: Demand = {
    field: 'individual.verification.document',
    deadlineUnix: what === 'ask_more' ? now + ANSWER_DAYS * DAY : now - 1,
    problem: null,
  };
  return { demands: [...demands.filter(({ field }) => field !== demand.field), demand] };
}
