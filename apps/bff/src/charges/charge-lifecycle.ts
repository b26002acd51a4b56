import type { ChargeState } from '@sellerdesk/contract';

/**
 * How far a state is along a charge's way. What Stripe says of a charge may reach us late, twice and in any order; since
 * a charge never goes back, the furthest that was ever heard is the truth.
 */
const progress: Readonly<Record<ChargeState, number>> = {
  creating: 0,
  unknown: 1,
  waiting: 2,
  processing: 3,
  // An answer that was on its way when the account was cut off is still the truth.
  disconnected: 4,
  paid: 5,
  expired: 5,
  canceled: 5,
  failed: 5,
};

/** Says whether Stripe has not told us yet what became of a charge. */
export function isUnsettled(state: ChargeState): boolean {
  return state === 'creating' || state === 'unknown';
}

/** Says whether a charge may still change without our doing. */
export function isUnderWay(state: ChargeState): boolean {
  return state === 'waiting' || state === 'processing';
}

/** Where a charge stands and whether Stripe ever had it. */
export interface Standing {
  readonly state: ChargeState;
  readonly isKnownToStripe: boolean;
}

/**
 * Says whether a charge moves on to a state that Stripe was heard to be in. One we had given up, because Stripe had no
 * record of it, follows whatever Stripe says of it after all.
 */
export function movesOnTo({ state, isKnownToStripe }: Standing, heard: ChargeState): boolean {
  if (state === 'failed' && !isKnownToStripe) return true;
  return progress[heard] > progress[state];
}
