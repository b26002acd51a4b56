import type Stripe from 'stripe';
import { applicationToWire } from '../world/connection.ts';
import type { RenderPart } from '../world/world.ts';
import { destinationPaymentRefundToWire } from './destination-payment-refund-to-wire.ts';
import { externalAccountNamed } from './external-accounts.ts';

/** The rule of Stripe's that blocks payments which are too risky. */
export const BLOCKING_RULE: Stripe.Charge.Outcome.Rule = {
  action: 'block',
  id: 'block_if_high_risk',
  predicate: ":risk_level: = 'highest'",
};

/**
 * Turns what is no object of its own into Stripe's shape: banks and cards, what was given back of a transfer, the platform's
 * application, a rule.
 */
export const renderPart: RenderPart = (world, account, id) => {
  if (id === BLOCKING_RULE.id) return { ...BLOCKING_RULE };
  if (id.startsWith('ca_')) return applicationToWire(world);
  if (id.startsWith('pyr_')) return destinationPaymentRefundToWire(world, id);
  return /^(?:ba|card)_/u.test(id) ? externalAccountNamed(world, account, id) : undefined;
};
