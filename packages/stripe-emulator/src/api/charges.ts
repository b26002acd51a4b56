import type Stripe from 'stripe';
import { emit } from '../world/events.ts';
import { capturePaymentIntent } from '../world/payments.ts';
import type { Charge } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { operation, type Operation, resource } from '../wire/operation.ts';
import { ignored, integer, metadata, text } from '../wire/params.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { applicationOf, definedOf, mergedMetadata } from './parts.ts';
import { billingToWire, checksOf, fingerprintOf } from './payment-methods.ts';
import { refundToWire } from './refunds.ts';

/** Charges come from payment intents; they are looked at, described and captured here. */
export const chargeOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/charges',
    params: { ...listParams, payment_intent: text(), customer: text(), transfer_group: ignored() },
    run: (call) => {
      const { payment_intent: paymentIntent, customer } = call.params;
      return listOf(call, 'charge', '/v1/charges', definedOf({ paymentIntent, customer }));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/charges/:id',
    params: {},
    run: (call) => chargeToWire(call.world, resource(call, 'charge', call.path['id'] ?? '')),
  }),
  operation({
    method: 'POST',
    path: '/v1/charges/:id',
    params: { description: text(), metadata: metadata(), receipt_email: text(), fraud_details: ignored() },
    run: (call) => {
      const charge = resource(call, 'charge', call.path['id'] ?? '');
      const { description = charge.description, receipt_email: receiptEmail = charge.receiptEmail } = call.params;
      const changed = call.world.store.update('charge', charge.id, {
        description,
        receiptEmail,
        metadata: mergedMetadata(charge.metadata, call.params.metadata),
      });
      emit(call.world, 'charge.updated', 'charge', charge.id, {
        ...(call.params.description !== undefined && { description: charge.description }),
        ...(call.params.metadata !== undefined && { metadata: charge.metadata }),
      });
      return chargeToWire(call.world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/charges/:id/capture',
    params: { amount: integer({ min: 1 }), application_fee_amount: integer({ min: 0 }) },
    run: (call) => {
      const { id, captured, paymentIntent } = resource(call, 'charge', call.path['id'] ?? '');
      if (captured)
        throw invalidRequest(`Charge ${id} has already been captured.`, { code: 'charge_already_captured' });
      const { amount, application_fee_amount: applicationFeeAmount } = call.params;
      capturePaymentIntent(call.world, paymentIntent, { amount, applicationFeeAmount });
      return chargeToWire(call.world, call.world.store.get('charge', id));
    },
  }),
];

export function chargeToWire(world: World, charge: Charge): Stripe.Charge {
  const refunds = world.store.all('refund', charge.account, { charge: charge.id }).toReversed();
  const descriptor = statementOf(world, charge);
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.amountCaptured,
    amount_refunded: charge.amountRefunded,
    application: applicationOf(world, charge.account),
    application_fee: charge.applicationFee,
    application_fee_amount: charge.applicationFeeAmount,
    balance_transaction: charge.balanceTransaction,
    billing_details: billingToWire(charge.billing),
    calculated_statement_descriptor: descriptor,
    captured: charge.captured,
    created: charge.createdUnix,
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: charge.dispute !== null,
    failure_balance_transaction: null,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...charge.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(charge),
    paid: charge.status === 'succeeded',
    payment_intent: charge.paymentIntent,
    payment_method: charge.paymentMethod,
    payment_method_details: { card: cardDetails(charge), type: 'card' },
    receipt_email: charge.receiptEmail,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.amountRefunded > 0 && charge.amountRefunded === charge.amount,
    refunds: {
      object: 'list',
      data: refunds.slice(0, 10).map((refund) => refundToWire(world, refund)),
      has_more: refunds.length > 10,
      url: `/v1/charges/${charge.id}/refunds`,
    },
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: charge.statementDescriptorSuffix,
    status: charge.status,
    transfer_data: null,
    transfer_group: null,
  };
}

function statementOf(world: World, { account, statementDescriptorSuffix }: Charge): string {
  const { displayName = null } = world.store.find('account', account) ?? {};
  const prefix = (displayName ?? world.settings.platformName).toUpperCase();
  return (statementDescriptorSuffix === null ? prefix : `${prefix}* ${statementDescriptorSuffix}`).slice(0, 22);
}

const RISK_SCORES = { normal: 12, elevated: 68, highest: 92 } as const;

function outcomeOf({ blocked, failure, riskLevel }: Charge): Stripe.Charge.Outcome {
  const risk = { risk_level: riskLevel, risk_score: RISK_SCORES[riskLevel] };
  const silent = { advice_code: null, network_advice_code: null, network_decline_code: null };
  if (blocked)
    return {
      ...silent,
      ...risk,
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      rule: 'block_if_high_risk',
      seller_message: 'Stripe blocked this payment as too risky.',
      type: 'blocked',
    };
  if (failure !== null)
    return {
      ...silent,
      ...risk,
      network_status: 'declined_by_network',
      reason: failure.declineCode ?? failure.code,
      seller_message: 'The bank did not return any further details with this decline.',
      type: 'issuer_declined',
    };
  return {
    ...silent,
    ...risk,
    network_status: 'approved_by_network',
    reason: null,
    seller_message: 'Payment complete.',
    type: 'authorized',
  };
}

const AUTHORIZATION_SECONDS = 7 * 86_400;

function cardDetails(charge: Charge): Stripe.Charge.PaymentMethodDetails.Card {
  const { card, amount, captured, createdUnix, failure } = charge;
  return {
    amount_authorized: failure === null ? amount : null,
    authorization_code: failure === null ? '123456' : null,
    brand: card.brand,
    ...(failure === null && !captured && { capture_before: createdUnix + AUTHORIZATION_SECONDS }),
    checks: checksOf(card),
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    extended_authorization: { status: 'disabled' },
    fingerprint: fingerprintOf(card.number),
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: charge.authenticated ? AUTHENTICATED : null,
    transaction_link_id: null,
    wallet: null,
  };
}

const AUTHENTICATED: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};
