import type { Stripe } from 'stripe';
import type { Sql } from '../database/index.ts';
import type { Services } from '../services.ts';
import { readingFromSession, type SessionReading } from './charge-from-session.ts';
import { movesOnTo } from './charge-lifecycle.ts';
import { lockCharge, updateFromSession, updateReadAt } from './charge-store.ts';
import type { StoredCharge } from './stored-charge.ts';

/** A Checkout Session as Stripe gave it, and when it was asked for. */
export interface HeardSession {
  readonly session: Stripe.Checkout.Session;
  readonly readAt: Date;
}

/** Stores what a Checkout Session says of its charge; of sessions heard in any order the furthest counts. */
export async function hearSession(services: Services, charge: StoredCharge, heard: HeardSession): Promise<void> {
  const { chargeId, sellerId } = charge;
  await services.database.asSeller(sellerId, async (sql) => {
    const current = await lockCharge(sql, chargeId);
    if (current !== undefined) await storeHeard(sql, current, heard);
  });
}

async function storeHeard(sql: Sql, charge: StoredCharge, { session, readAt }: HeardSession): Promise<void> {
  const reading = ofOurs(readingFromSession(session), charge, readAt);
  const standing = { state: charge.state, isKnownToStripe: charge.checkoutSessionId !== null };
  if (movesOnTo(standing, reading.state)) await updateFromSession(sql, charge.chargeId, { ...reading, readAt });
  else await updateReadAt(sql, charge.chargeId, readAt);
}

/** Stripe calls a link that was taken back expired, and does not always say when a customer paid. */
function ofOurs(reading: SessionReading, { cancelRequestedAt }: StoredCharge, readAt: Date): SessionReading {
  const isCanceled = reading.state === 'expired' && cancelRequestedAt !== null;
  return {
    ...reading,
    state: isCanceled ? 'canceled' : reading.state,
    paidAt: reading.state === 'paid' ? (reading.paidAt ?? readAt) : null,
  };
}
