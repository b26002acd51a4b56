import { step, type Transitions } from './lifecycle.ts';
import type { Dispute } from './state.ts';
import type { World } from './world.ts';

type Status = Dispute['status'];

/** How a dispute goes from state to state; an inquiry begins with a warning, and a lost dispute may be appealed. */
export const DISPUTE_TRANSITIONS: Transitions<Status> = {
  warning_needs_response: ['warning_under_review', 'warning_closed', 'needs_response'],
  warning_under_review: ['warning_closed', 'needs_response'],
  warning_closed: [],
  needs_response: ['under_review', 'won', 'lost'],
  under_review: ['won', 'lost'],
  won: [],
  lost: ['appeal_needs_response'],
  appeal_needs_response: ['appeal_under_review', 'won', 'lost'],
  appeal_under_review: ['won', 'lost'],
  prevented: [],
};

/** What becomes of a dispute in each state that waits for an answer, once it is answered. */
const ANSWERED: Readonly<Partial<Record<Status, Status>>> = {
  needs_response: 'under_review',
  warning_needs_response: 'warning_under_review',
  appeal_needs_response: 'appeal_under_review',
};

const CLOSED: ReadonlySet<Status> = new Set(['won', 'lost', 'warning_closed', 'prevented']);

export function isInquiry({ status }: Dispute): boolean {
  return status.startsWith('warning_');
}

/** Says whether nothing more is expected of anybody. */
export function isClosed({ status }: Dispute): boolean {
  return CLOSED.has(status);
}

/** Returns the state after an answer; undefined where none is waited for. */
export function stateAfterAnswer({ status }: Dispute): Status | undefined {
  return ANSWERED[status];
}

/** Takes a dispute to another state. */
export function moveDispute(world: World, { id, status }: Dispute, to: Status, change: Partial<Dispute> = {}): Dispute {
  return world.store.update('dispute', id, { ...change, status: step(DISPUTE_TRANSITIONS, status, to) });
}
