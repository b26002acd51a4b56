import { changeAccount } from './accounts.ts';
import { demandOf, type DemandKind, DOCUMENT, withDemand, withThresholdReached } from './demands.ts';
import { keptName } from './requirement-names.ts';
import type { Account } from './state.ts';
import type { TestCard } from './test-cards.ts';
import type { World } from './world.ts';

/** Lets Stripe want something of an account, as the test cards for Connect do once it has been onboarded. */
export function trigger(world: World, id: string, what: NonNullable<TestCard['makesStripe']>): void {
  const account = world.store.find('account', id);
  if (account?.submittedUnix === undefined || account.submittedUnix === null) return;
  if (what === 'block_payouts') changeAccount(world, id, { payoutsBlocked: true });
  else if (what === 'block_charges') openRequirement(world, id, 'now');
  else if (hasMoreToCome(account)) reachThreshold(world, id);
  else openRequirement(world, id, 'by_deadline');
}

function hasMoreToCome({ demands }: Account): boolean {
  return demands.some(({ isEventual }) => isEventual === true);
}

interface Wish {
  /** Stripe's name of what it wants; a document unless told. */
  readonly field?: string | undefined;
  /** Until the deadline, or until it is no longer one of the future. */
  readonly days?: number | undefined;
}

/** Lets Stripe want something of an account. */
export function openRequirement(world: World, id: string, kind: DemandKind, { field, days }: Wish = {}): Account {
  const account = world.store.get('account', id);
  const demand = demandOf(world, keptName(world, account, field ?? DOCUMENT), kind, days);
  return changeAccount(world, id, { demands: withDemand(account.demands, demand) });
}

/** Lets an account grow so far that what Stripe wants eventually is due by a date. */
export function reachThreshold(world: World, id: string): Account {
  const { demands } = world.store.get('account', id);
  return changeAccount(world, id, { demands: withThresholdReached(world, demands) });
}
