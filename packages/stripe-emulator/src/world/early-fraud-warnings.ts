import { emit } from './events.ts';
import type { Charge, EarlyFraudWarning } from './state.ts';
import { born, type World } from './world.ts';

/** Lets the customer's bank warn that a charge may be fraud. */
export function warnOfFraud(world: World, { account, id, paymentIntent }: Charge): EarlyFraudWarning {
  const warning = world.store.insert('early_fraud_warning', {
    ...born(world, 'issfr', account),
    charge: id,
    paymentIntent,
    fraudType: 'made_with_stolen_card',
  });
  emit(world, 'radar.early_fraud_warning.created', 'early_fraud_warning', warning.id);
  return warning;
}
