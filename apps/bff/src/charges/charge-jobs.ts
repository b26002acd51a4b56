import type { Services } from '../services.ts';
import { stripeFailureOf } from '../stripe/index.ts';
import { isCutOff } from './ask-for-session.ts';
import { selectCharge, updateDisconnected } from './charge-store.ts';
import { REFRESH_CHARGE, refreshCharge, refreshForgotten } from './refresh-charge.ts';
import { SETTLE_CHARGE, settleCharge, settleLeftovers } from './settle-charge.ts';

/** Says what the jobs of charges do. */
export function registerChargeJobs(services: Services): void {
  services.jobs.define(SETTLE_CHARGE, (chargeId) => settleCharge(services, chargeId));
  services.jobs.define(REFRESH_CHARGE, (chargeId) => refreshIfStripeAnswers(services, chargeId));
  services.jobs.everyMinute('settle_leftover_charges', () => settleLeftovers(services));
  services.jobs.everyMinute('refresh_forgotten_charges', () => refreshForgotten(services));
}

/**
 * Not tried again by itself: whoever watches the charge asks again, and so does the next hour. Unless its account has been
 * cut off, as it may be while Stripe answers: then nobody has to ask again.
 */
async function refreshIfStripeAnswers(services: Services, chargeId: string): Promise<void> {
  const charge = await services.database.asSystem((sql) => selectCharge(sql, chargeId));
  if (charge === undefined) return;
  try {
    await refreshCharge(services, charge);
  } catch (error) {
    if (isCutOff(error)) return services.database.asSystem((sql) => updateDisconnected(sql, chargeId));
    if (stripeFailureOf(error) === undefined) throw error;
    services.log.info({ err: error, chargeId }, 'a charge could not be read');
  }
}
