import type { ChargeState } from '@sellerdesk/contract';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { stripeFailureOf } from '../stripe/index.ts';
import { stripeOf } from './ask-for-session.ts';
import { updateCancelRequested } from './charge-store.ts';
import { getCharge } from './create-charge.ts';
import { hearSession } from './hear-session.ts';
import { refreshCharge } from './refresh-charge.ts';
import type { StoredCharge } from './stored-charge.ts';

/**
 * Takes a charge's link back, unless the customer was faster. Others may cancel it, and the customer pay it, at the same
 * moment: what it is afterwards counts, whoever made it so.
 *
 * @throws {Problem} `not_found`, `charge_not_cancelable`, `account_missing` when the seller has cut the account off,
 *   `stripe_refused` or `stripe_unavailable`
 */
export async function cancelCharge(services: Services, sellerId: string, chargeId: string): Promise<StoredCharge> {
  const { database, now } = services;
  const waiting = await database.asSeller(sellerId, (sql) => updateCancelRequested(sql, chargeId, now()));
  if (waiting !== undefined) await expireSession(services, waiting);
  const charge = await getCharge(services, sellerId, chargeId);
  if (charge.state !== 'canceled') throw problem('charge_not_cancelable', { detail: why[charge.state] });
  return charge;
}

/** Stripe refuses to expire a session that is over: then what it became counts. */
async function expireSession(services: Services, charge: StoredCharge): Promise<void> {
  const { checkoutSessionId } = charge;
  if (checkoutSessionId === null) return;
  const stripe = await stripeOf(services, charge);
  const readAt = services.now();
  try {
    await hearSession(services, charge, { session: await stripe.expireCheckoutSession(checkoutSessionId), readAt });
  } catch (error) {
    if (stripeFailureOf(error)?.outcome !== 'refused') throw error;
    await refreshCharge(services, charge);
  }
}

const why: Readonly<Record<ChargeState, string>> = {
  creating: 'It is still on its way to Stripe.',
  unknown: 'We are still finding out whether Stripe has it.',
  waiting: 'Stripe did not take the link back.',
  processing: 'The customer has paid; their bank has not confirmed it yet.',
  paid: 'The customer has paid. You can refund the payment.',
  expired: 'Its link has already run out.',
  canceled: 'It has been cancelled already.',
  failed: 'It was never created.',
  disconnected: 'Your Stripe account is no longer connected. Your Stripe Dashboard shows what became of it.',
};
