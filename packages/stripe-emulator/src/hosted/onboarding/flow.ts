import { linkOfFlow } from '../../world/account-links.ts';
import type { Account, AccountLink } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { progressOf, type Progress } from '../../onboarding/progress.ts';

/** How long somebody who opened a link may take; after that a new one is needed. */
const LIFETIME_SECONDS = 24 * 3600;

/** A way through onboarding that a link opened. */
export type OpenFlow = Pick<Progress, 'open' | 'steps' | 'wanted'> & {
  readonly state: 'open';
  readonly id: string;
  readonly account: Account;
  readonly link: AccountLink;
  /** Where it is, without the step. */
  readonly path: string;
};

export type Flow =
  | OpenFlow
  /** Handed in, or left alone for too long: it goes on at the platform. */
  | { readonly state: 'over'; readonly url: string }
  | { readonly state: 'unknown' };

/** Returns where a flow is, without the step. */
export function flowPath(flow: string): string {
  return `/connect/setup/f/${flow}`;
}

/** Finds the flow of a link that was opened; its id was told only to whoever opened it. */
export function findFlow(world: World, flow: string): Flow {
  const link = linkOfFlow(world, flow);
  const account = link && world.store.find('account', link.connectedAccount);
  if (link === undefined || account === undefined || link.usedUnix === null) return { state: 'unknown' };
  if (link.usedUnix + LIFETIME_SECONDS < world.clock.nowUnix()) return { state: 'over', url: link.refreshUrl };
  const { steps, open, wanted } = progressOf(world, account, link.collection);
  const handedIn = account.submittedUnix !== null && account.submittedUnix >= link.usedUnix;
  if (handedIn && wanted.length === 0) return { state: 'over', url: link.returnUrl };
  return {
    state: 'open',
    id: flow,
    account,
    link,
    steps,
    open,
    wanted,
    path: flowPath(flow),
  };
}
