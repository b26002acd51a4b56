import type { ChargeState } from '@sellerdesk/contract';
import { type Problem, problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { stripeFailureOf } from '../stripe/index.ts';
import { stripeOf } from './ask-for-session.ts';
import { updateCancelRequested } from './charge-store.ts';
import { getCharge } from './create-charge.ts';
import { hearSession } from './hear-session.ts';
import { refreshCharge } from './refresh-charge.ts';
import type { StoredCharge } from './stored-charge.ts';

/**
 * Takes a charge's link back, unless the customer was faster.
 *
 * @throws {Problem} `not_found`, `charge_not_cancelable`, `stripe_refused` or `stripe_unavailable`
 */
export async function cancelCharge(services: Services, sellerId: string, chargeId: string): Promise<StoredCharge> {
  const charge = await getCharge(services, sellerId, chargeId);
  if (charge.state === 'canceled') return charge;
  const isWaiting = await services.database.asSeller(sellerId, (sql) =>
    updateCancelRequested(sql, chargeId, services.now()),
  );
  if (!isWaiting || charge.checkoutSessionId === null) throw notCancelable(charge.state);
  await expireSession(services, charge, charge.checkoutSessionId);
  const after = await getCharge(services, sellerId, chargeId);
  if (after.state !== 'canceled') throw notCancelable(after.state);
  return after;
}

/** Stripe refuses to expire a session that is over: then what it became counts. */
async function expireSession(services: Services, charge: StoredCharge, sessionId: string): Promise<void> {
  const stripe = await stripeOf(services, charge);
  const readAt = services.now();
  try {
    await hearSession(services, charge, { session: await stripe.expireCheckoutSession(sessionId), readAt });
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
};

function notCancelable(state: ChargeState): Problem {
  return problem('charge_not_cancelable', { detail: why[state] });
}
