import type { Operation } from '../wire/operation.ts';
import { applicationFeeOperations, applicationFeeToWire, feeRefundToWire } from './application-fees.ts';
import { balanceOperations } from './balance.ts';
import { balanceSettingsOperations } from './balance-settings.ts';
import { balanceTransactionOperations, balanceTransactionToWire } from './balance-transactions.ts';
import { chargeToWire } from './charge-to-wire.ts';
import { chargeOperations } from './charges.ts';
import { checkoutSessionToWire } from './checkout-session-to-wire.ts';
import { checkoutSessionOperations } from './checkout-sessions.ts';
import { disputeOperations, disputeToWire } from './disputes.ts';
import { paymentIntentToWire } from './payment-intent-to-wire.ts';
import { paymentIntentOperations } from './payment-intents.ts';
import { paymentMethodOperations, paymentMethodToWire } from './payment-methods.ts';
import { payoutOperations, payoutToWire } from './payouts.ts';
import { refundOperations, refundToWire } from './refunds.ts';
import type { Renderers } from './renderers.ts';

/** Everything of Stripe's API that moves money or tells where it is. */
export const moneyOperations: readonly Operation[] = [
  ...paymentMethodOperations,
  ...paymentIntentOperations,
  ...chargeOperations,
  ...checkoutSessionOperations,
  ...refundOperations,
  ...disputeOperations,
  ...applicationFeeOperations,
  ...balanceOperations,
  ...balanceTransactionOperations,
  ...balanceSettingsOperations,
  ...payoutOperations,
];

/** Stripe's shapes of everything that moves money. */
export const moneyRenderers = {
  application_fee: applicationFeeToWire,
  application_fee_refund: feeRefundToWire,
  balance_transaction: balanceTransactionToWire,
  charge: chargeToWire,
  checkout_session: checkoutSessionToWire,
  dispute: disputeToWire,
  payment_intent: paymentIntentToWire,
  payment_method: paymentMethodToWire,
  payout: payoutToWire,
  refund: refundToWire,
} as const satisfies Partial<Renderers>;
