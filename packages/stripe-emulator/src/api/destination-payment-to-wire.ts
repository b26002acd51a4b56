import type Stripe from 'stripe';
import type { DestinationPayment } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { applicationId } from './parts.ts';
import { billingToWire } from './payment-methods.ts';

/** What an account has of a transfer, in Stripe's form: a charge that nobody's card paid. */
export function destinationPaymentToWire(world: World, payment: DestinationPayment): Stripe.Charge {
  return {
    id: payment.id,
    object: 'charge',
    amount: payment.amount,
    amount_captured: payment.amount,
    amount_refunded: payment.amountRefunded,
    application: applicationId(world.platform),
    application_fee: payment.applicationFee,
    application_fee_amount: payment.applicationFeeAmount,
    balance_transaction: payment.balanceTransaction,
    billing_details: billingToWire({ name: null, email: null }),
    calculated_statement_descriptor: null,
    captured: true,
    created: payment.createdUnix,
    currency: payment.currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: world.settings.livemode,
    metadata: { ...payment.metadata },
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: payment.amountRefunded === payment.amount,
    refunds: { object: 'list', data: [], has_more: false, url: `/v1/charges/${payment.id}/refunds` },
    review: null,
    shipping: null,
    source: null,
    source_transfer: payment.transfer,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
}
