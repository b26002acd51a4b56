import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';

/** Says which revision of the account an answer shows, so that a frame can tell whether it has missed a change. */
export const REVISION_HEADER = 'Frame-Revision';

const SECONDS_PER_HOUR = 3600;

/** Changes with everything of the account, and with time alone: money becomes available, deadlines pass. */
export function revisionOf(world: World, account: Account): string {
  return `${world.store.revision(account.id)}.${Math.floor(world.clock.nowUnix() / SECONDS_PER_HOUR)}`;
}
