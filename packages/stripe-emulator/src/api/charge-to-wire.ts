import type Stripe from 'stripe';
import type { Charge } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { whenAsked } from '../wire/when-asked.ts';
import { applicationOf } from './parts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { billingToWire, checksOf } from './payment-methods.ts';
import { refundToWire } from './refunds.ts';
import { BLOCKING_RULE } from './render-part.ts';
import { sourceToWire } from './tokens.ts';

/** A charge in Stripe's form. */
export function chargeToWire(world: World, charge: Charge): Stripe.Charge {
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
    livemode: world.settings.livemode,
    metadata: { ...charge.metadata },
    on_behalf_of: charge.onBehalfOf ?? null,
    outcome: outcomeOf(charge),
    paid: charge.status === 'succeeded',
    payment_intent: charge.paymentIntent,
    payment_method: charge.paymentMethod,
    payment_method_details: { card: cardDetails(charge), type: 'card' },
    receipt_email: charge.receiptEmail,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.amountRefunded > 0 && charge.amountRefunded === charge.amount,
    refunds: whenAsked(() => refundsOf(world, charge)),
    review: null,
    shipping: null,
    source: typeof charge.source === 'string' ? sourceToWire(charge.source, charge.card, charge.billing.name) : null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: charge.statementDescriptorSuffix,
    status: charge.status,
    ...(typeof charge.transfer === 'string' && { transfer: charge.transfer }),
    transfer_data: charge.transferPlan ?? null,
    transfer_group: charge.transferGroup ?? null,
  };
}

function refundsOf(world: World, { id, account }: Charge): Stripe.ApiList<Stripe.Refund> {
  const { rows, hasMore } = world.store.list('refund', { account, where: { charge: id }, limit: 10 });
  const data = rows.map((refund) => refundToWire(world, refund));
  return { object: 'list', data, has_more: hasMore, url: `/v1/charges/${id}/refunds` };
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
      rule: BLOCKING_RULE.id,
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
