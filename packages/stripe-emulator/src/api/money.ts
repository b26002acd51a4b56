import type { Operation } from '../wire/operation.ts';
import { applicationFeeOperations, applicationFeeToWire, feeRefundToWire } from './application-fees.ts';
import { balanceOperations } from './balance.ts';
import { balanceSettingsOperations } from './balance-settings.ts';
import { balanceTransactionOperations, balanceTransactionToWire } from './balance-transactions.ts';
import { chargeToWire } from './charge-to-wire.ts';
import { chargeOperations } from './charges.ts';
import { checkoutSessionToWire } from './checkout-session-to-wire.ts';
import { checkoutSessionOperations } from './checkout-sessions.ts';
import { destinationPaymentToWire } from './destination-payment-to-wire.ts';
import { disputeOperations, disputeToWire } from './disputes.ts';
import { earlyFraudWarningOperations, earlyFraudWarningToWire } from './early-fraud-warnings.ts';
import { paymentIntentToWire } from './payment-intent-to-wire.ts';
import { paymentIntentOperations } from './payment-intents.ts';
import { paymentMethodOperations, paymentMethodToWire } from './payment-methods.ts';
import { payoutOperations, payoutToWire } from './payouts.ts';
import { refundOperations, refundToWire } from './refunds.ts';
import type { Renderers } from './renderers.ts';
import { transferOperations, transferReversalToWire, transferToWire } from './transfers.ts';

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
  ...transferOperations,
  ...earlyFraudWarningOperations,
];

/** Stripe's shapes of everything that moves money. */
export const moneyRenderers = {
  application_fee: applicationFeeToWire,
  application_fee_refund: feeRefundToWire,
  balance_transaction: balanceTransactionToWire,
  charge: chargeToWire,
  checkout_session: checkoutSessionToWire,
  destination_payment: destinationPaymentToWire,
  dispute: disputeToWire,
  early_fraud_warning: earlyFraudWarningToWire,
  payment_intent: paymentIntentToWire,
  payment_method: paymentMethodToWire,
  payout: payoutToWire,
  refund: refundToWire,
  transfer: transferToWire,
  transfer_reversal: transferReversalToWire,
} as const satisfies Partial<Renderers>;
