import { putOnAgenda } from './agenda.ts';
import { attemptCharge, type ChargePlan, letGo } from './charging.ts';
import { DAY } from './days.ts';
import { requireDestinationPossible } from './destination-charges.ts';
import { behaviourNow } from './next-payment.ts';
import { AUTHORIZATION_DAYS, bringAbout } from './payment-attempts.ts';
import { cardError, requireChargeable, requireChargesEnabled, requireFeePossible } from './payment-errors.ts';
import { useUp } from './payment-method-use.ts';
import type { Charge, PaymentMethod } from './state.ts';
import type { World } from './world.ts';

/**
 * Charges a card without a payment intent, as the Charges API does: at once, and without asking the customer anything.
 *
 * @throws {StripeError} 402 card_error when the bank says no, and for a charge that cannot be.
 */
export function createCharge(world: World, plan: Omit<ChargePlan, 'id'>, method: PaymentMethod): Charge {
  const { account, amount, applicationFeeAmount, onBehalfOf = null, transfer = null } = plan;
  requireChargeable(amount, plan.currency);
  requireDestinationPossible(world, account, plan);
  if (transfer === null) requireFeePossible(world, account, applicationFeeAmount, amount);
  requireChargesEnabled(world, onBehalfOf ?? account, 'charge');
  // The cards that answer a day later do so for payment intents only.
  const { confirmsLater: _, ...behaviour } = behaviourNow(world, plan, method);
  const charge = attemptCharge(world, { ...plan, id: null }, method, { authenticated: false, behaviour });
  useUp(world, method);
  if (charge.failure !== null) throw cardError(world, null, charge.failure);
  if (charge.captured) bringAbout(world, charge.id, behaviour);
  else putOnAgenda(world, world.clock.nowUnix() + AUTHORIZATION_DAYS * DAY, 'charge_expires', charge.id);
  return world.store.get('charge', charge.id);
}

/** Lets go of money that was held for too long without being captured. */
export function expireCharge(world: World, id: string): void {
  const { amountRefunded, captured } = world.store.get('charge', id);
  if (!captured && amountRefunded === 0) letGo(world, id, 'charge.expired');
}
