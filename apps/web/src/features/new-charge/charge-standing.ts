import type { Charge, ChargeState } from '@sellerdesk/contract';
import { chargeBadges } from '../../lib/charge-words.ts';

/** How a charge stands, in a seller's words. */
export interface ChargeStanding {
  readonly title: string;
  readonly body: string;
  readonly tone: 'neutral' | 'positive' | 'warning' | 'danger';
  /** The short word for a badge. */
  readonly badge: string;
}

type Words = (charge: Charge) => Omit<ChargeStanding, 'tone' | 'badge'>;

const standings: Readonly<Record<ChargeState, Words>> = {
  creating: () => ({
    title: 'Creating the charge',
    body: 'The link for your customer will be here in a moment.',
  }),
  unknown: () => ({
    title: 'Checking with Stripe',
    body: "We haven't heard back from Stripe about this charge. Don't create it again: we're checking, usually under a minute.",
  }),
  waiting: () => ({
    title: 'Waiting for your customer',
    body: 'Send them this link. This page changes by itself when they pay.',
  }),
  processing: () => ({
    title: 'Your customer has paid',
    body: 'Their bank is still confirming it, which can take a few days. There is nothing for you to do.',
  }),
  paid: () => ({
    title: 'Paid',
    body: 'The money is on its way to your balance.',
  }),
  expired: () => ({
    title: 'This link has run out',
    body: 'Your customer did not pay in time, and nothing was taken. Create it again to send a new link.',
  }),
  canceled: () => ({
    title: 'You cancelled this charge',
    body: 'The link no longer works, and nothing was taken.',
  }),
  failed: ({ failureMessage }) => ({
    title: 'Stripe did not accept this charge',
    body: `${failureMessage ?? 'Stripe gave no reason.'} Nothing was taken, and no link was made.`,
  }),
  disconnected: () => ({
    title: 'We no longer follow this charge',
    body: 'Your Stripe account was disconnected before we could find out what became of it. Your Stripe Dashboard shows whether your customer paid.',
  }),
};

/** Returns how a charge stands, in a seller's words. */
export function standingOfCharge(charge: Charge): ChargeStanding {
  return { ...standings[charge.state](charge), ...chargeBadges[charge.state] };
}

const settled: ReadonlySet<ChargeState> = new Set<ChargeState>([
  'paid',
  'expired',
  'canceled',
  'failed',
  'disconnected',
]);

/** Says whether nothing more will happen to a charge. */
export function isSettled(state: ChargeState): boolean {
  return settled.has(state);
}

const SOON_MS = 2_000;
const LATER_MS = 10_000;
const PATIENCE_MS = 10 * 60_000;

/**
 * Returns how long to wait before asking how a charge stands again, or `false` once nothing more will happen.
 *
 * A customer standing at the counter pays within minutes, so those are watched closely; a link sent by mail is not.
 */
export function pollDelayMs(charge: Charge, nowMs: number): number | false {
  if (isSettled(charge.state)) return false;
  if (charge.state === 'processing') return LATER_MS;
  return nowMs - Date.parse(charge.createdAt) < PATIENCE_MS ? SOON_MS : LATER_MS;
}
