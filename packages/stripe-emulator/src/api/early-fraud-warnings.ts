import type Stripe from 'stripe';
import type { EarlyFraudWarning } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { operation, type Operation, resource } from '../wire/operation.ts';
import { text } from '../wire/params.ts';
import { definedOf } from './parts.ts';

/** What customers' banks suspect. */
export const earlyFraudWarningOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/radar/early_fraud_warnings',
    params: { ...listParams, charge: text(), payment_intent: text() },
    run: (call) => {
      const { charge, payment_intent: paymentIntent } = call.params;
      const where = definedOf({ charge, paymentIntent });
      return listOf(call, 'early_fraud_warning', '/v1/radar/early_fraud_warnings', where);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/radar/early_fraud_warnings/:id',
    params: {},
    run: (call) => earlyFraudWarningToWire(call.world, resource(call, 'early_fraud_warning', call.path['id'] ?? '')),
  }),
];

/** A warning in Stripe's form; acting on it is of use until the money is gone either way. */
export function earlyFraudWarningToWire(world: World, warning: EarlyFraudWarning): Stripe.Radar.EarlyFraudWarning {
  const { amountCaptured, amountRefunded, dispute } = world.store.get('charge', warning.charge);
  return {
    id: warning.id,
    object: 'radar.early_fraud_warning',
    actionable: dispute === null && amountRefunded < amountCaptured,
    charge: warning.charge,
    created: warning.createdUnix,
    fraud_type: warning.fraudType,
    livemode: world.settings.livemode,
    ...(warning.paymentIntent !== null && { payment_intent: warning.paymentIntent }),
  };
}
