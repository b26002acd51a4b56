import { enqueue } from '../jobs/index.ts';
import type { Services } from '../services.ts';
import { lookUpSession, stripeOf } from './ask-for-session.ts';
import { isUnderWay } from './charge-lifecycle.ts';
import { selectCharge, takeForgotten, updateRefreshAsked } from './charge-store.ts';
import { hearSession } from './hear-session.ts';
import type { StoredCharge } from './stored-charge.ts';

/** The job that reads a charge's Checkout Session again. */
export const REFRESH_CHARGE = 'refresh_charge';

/** How long what was read last is good enough for somebody who watches; webhooks are usually faster. */
const watchedEveryMs = 10_000;

/** How long an announcement may be missing before we look by ourselves: Stripe stops announcing after three days. */
const forgottenAfterMs = 3_600_000;

/** Reads a charge's Checkout Session again and stores what it says. */
export async function refreshCharge(services: Services, charge: StoredCharge): Promise<void> {
  const { checkoutSessionId } = charge;
  if (checkoutSessionId === null) return;
  const stripe = await stripeOf(services, charge);
  const readAt = services.now();
  await hearSession(services, charge, { session: await stripe.getCheckoutSession(checkoutSessionId), readAt });
}

/**
 * Follows what Stripe announced of a charge: reads it again, or looks it up where we do not know of a session yet, even if
 * we had given it up. What the announcement says is not believed, so that the order in which they come does not matter.
 */
export async function followCharge(services: Services, chargeId: string, account: string): Promise<void> {
  const charge = await services.database.asSystem((sql) => selectCharge(sql, chargeId));
  if (charge === undefined || charge.stripeAccountId !== account) return;
  if (charge.checkoutSessionId !== null) return refreshCharge(services, charge);
  const heard = await lookUpSession(services, charge);
  if (heard !== undefined) await hearSession(services, charge, heard);
}

/** Has a charge that somebody watches read again soon, without making them wait for Stripe. */
export async function refreshWatched({ database, now }: Services, charge: StoredCharge): Promise<void> {
  if (!isUnderWay(charge.state)) return;
  const { chargeId, sellerId } = charge;
  const at = now();
  const notSince = new Date(at.getTime() - watchedEveryMs);
  await database.asSeller(sellerId, async (sql) => {
    if (await updateRefreshAsked(sql, chargeId, at, notSince))
      await enqueue(sql, { name: REFRESH_CHARGE, id: chargeId });
  });
}

/** Has charges read again that no announcement and nobody who watches made us look at for an hour. */
export async function refreshForgotten({ database, now }: Pick<Services, 'database' | 'now'>): Promise<void> {
  const at = now();
  const before = new Date(at.getTime() - forgottenAfterMs);
  await database.asSystem(async (sql) => {
    for (const id of await takeForgotten(sql, at, before)) await enqueue(sql, { name: REFRESH_CHARGE, id });
  });
}
