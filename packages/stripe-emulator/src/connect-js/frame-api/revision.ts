import type { Asked } from './asked.ts';

/** Says which revision of the account an answer shows, so that a frame can tell whether it has missed a change. */
export const REVISION_HEADER = 'Frame-Revision';

const SECONDS_PER_HOUR = 3600;

/** Changes with everything of the account, with signing in, and with time alone: money becomes available, deadlines pass. */
export function revisionOf({ world, account, session }: Pick<Asked, 'account' | 'session' | 'world'>): string {
  const hours = Math.floor(world.clock.nowUnix() / SECONDS_PER_HOUR);
  return [world.store.revision(account.id), hours, session.signedInUnix ?? 0].join('.');
}
