import type Stripe from 'stripe';
import type { PaymentIntent } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { docUrlOf } from '../wire/stripe-error.ts';
import { applicationOf } from './parts.ts';
import { paymentMethodToWire } from './payment-methods.ts';

/** A payment in Stripe's form. */
export function paymentIntentToWire(world: World, intent: PaymentIntent): Stripe.PaymentIntent {
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: intent.amount,
    amount_capturable: intent.status === 'requires_capture' ? intent.amount : 0,
    amount_details: { tip: {} },
    amount_received: intent.amountReceived,
    application: applicationOf(world, intent.account),
    application_fee_amount: intent.applicationFeeAmount,
    automatic_payment_methods: { allow_redirects: intent.allowRedirects ? 'always' : 'never', enabled: true },
    canceled_at: intent.canceledUnix,
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: intent.clientSecret,
    confirmation_method: 'automatic',
    created: intent.createdUnix,
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: lastErrorOf(world, intent),
    latest_charge: intent.latestCharge,
    livemode: world.settings.livemode,
    managed_payments: null,
    metadata: { ...intent.metadata },
    next_action: nextActionOf(world, intent),
    on_behalf_of: intent.onBehalfOf ?? null,
    payment_method: intent.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { request_three_d_secure: 'automatic', installments: null, mandate_options: null, network: null },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: intent.receiptEmail,
    review: null,
    setup_future_usage: intent.setupFutureUsage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statementDescriptorSuffix,
    status: intent.status,
    transfer_data: transferDataOf(intent),
    transfer_group: intent.transferGroup ?? null,
  };
}

function transferDataOf({ transfer }: PaymentIntent): Stripe.PaymentIntent.TransferData | null {
  if (transfer === null || transfer === undefined) return null;
  const { amount, destination } = transfer;
  return { ...(amount !== null && { amount }), destination };
}

function lastErrorOf(world: World, { lastError }: PaymentIntent): Stripe.PaymentIntent.LastPaymentError | null {
  if (lastError === null) return null;
  const { charge, code, declineCode, message, param, paymentMethod } = lastError;
  const method = paymentMethod === null ? undefined : world.store.find('payment_method', paymentMethod);
  return {
    ...(charge !== null && { charge }),
    code,
    ...(declineCode !== null && { decline_code: declineCode }),
    doc_url: docUrlOf(code),
    message,
    ...(param !== undefined && { param }),
    ...(method !== undefined && { payment_method: paymentMethodToWire(world, method) }),
    type: declineCode === null && charge === null ? 'invalid_request_error' : 'card_error',
  };
}

function nextActionOf({ settings }: World, intent: PaymentIntent): Stripe.PaymentIntent.NextAction | null {
  const { clientSecret, id, returnUrl = null, status } = intent;
  if (status !== 'requires_action') return null;
  if (returnUrl === null)
    return { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', source: `payatt_${id}` } };
  const url = `${settings.url}/redirect/authenticate/${id}?client_secret=${clientSecret}`;
  return { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } };
}
