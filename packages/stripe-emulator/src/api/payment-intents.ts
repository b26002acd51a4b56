import { mergedMetadata } from '../world/metadata.ts';
import { paymentMethodNamed } from '../world/payment-methods.ts';
import {
  cancelPaymentIntent,
  capturePaymentIntent,
  confirmPaymentIntent,
  createPaymentIntent,
  MISSING_METHOD,
  requireConfirmable,
} from '../world/payments.ts';
import type { FutureUsage, PaymentIntent } from '../world/state.ts';
import { updatePaymentIntent } from '../world/payment-updates.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  bool,
  email,
  emptyable,
  ignored,
  integer,
  metadata,
  object,
  oneOf,
  type Param,
  type ParamsOf,
  type ParamTable,
  required,
  text,
} from '../wire/params.ts';
import { invalidParam, invalidRequest } from '../wire/stripe-error.ts';
import { customerNamed } from './customers.ts';
import { paymentIntentToWire } from './payment-intent-to-wire.ts';
import { noPaymentMethodTypes, textOrNull } from './parts.ts';
import { methodFromParams, newMethodParams } from './payment-methods.ts';

const methodParams = {
  payment_method: text(),
  payment_method_data: object(newMethodParams),
  payment_method_types: noPaymentMethodTypes(),
  payment_method_options: ignored(),
  excluded_payment_method_types: ignored(),
  allowed_payment_method_types: ignored(),
  payment_method_configuration: ignored(),
  receipt_email: email(),
  setup_future_usage: emptyable(oneOf('off_session', 'on_session')),
  shipping: ignored(),
} as const;

const describing = {
  application_fee_amount: integer({ min: 0 }),
  description: text({ max: 1000 }),
  metadata: metadata(),
  statement_descriptor: statementDescriptor(),
  statement_descriptor_suffix: text({ max: 22 }),
  customer: text(),
  transfer_group: text(),
} as const;

/** A page, or a place in an app; nothing that a browser would run. */
const returnAddress: Param<string> = {
  required: false,
  read: (raw, path) => {
    if (typeof raw === 'string' && /^(?!javascript|data)[a-z][a-z\d+.-]*:\/\/\S/iu.test(raw) && URL.canParse(raw))
      return raw;
    throw invalidParam('Not a valid URL', path, 'url_invalid');
  },
};

const confirming = {
  return_url: returnAddress,
  off_session: bool(),
  use_stripe_sdk: bool(),
  error_on_requires_action: bool(),
  mandate_data: ignored(),
} as const;

/** Payments. */
export const paymentIntentOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/payment_intents',
    params: {
      ...methodParams,
      ...describing,
      ...confirming,
      amount: required(integer({ min: 1 })),
      currency: required(text()),
      automatic_payment_methods: object({ enabled: required(bool()), allow_redirects: oneOf('always', 'never') }),
      capture_method: oneOf('automatic', 'automatic_async', 'manual'),
      confirm: bool(),
      confirmation_method: oneOf('automatic'),
      radar_options: ignored(),
      on_behalf_of: text(),
      transfer_data: object({ destination: required(text()), amount: integer({ min: 1 }) }),
    },
    run: (call) => {
      const { world, account, params } = call;
      const allowRedirects = params.automatic_payment_methods?.allow_redirects !== 'never';
      if (params.confirm === true) requireReturnUrl({ allowRedirects }, params.return_url);
      const paymentMethod = methodNamed(call, params);
      if (params.confirm === true && paymentMethod === undefined)
        throw invalidRequest(MISSING_METHOD, { code: 'payment_intent_unexpected_state' });
      const intent = createPaymentIntent(world, account, {
        amount: params.amount,
        currency: params.currency,
        captureMethod: params.capture_method,
        applicationFeeAmount: params.application_fee_amount,
        description: textOrNull(params.description),
        receiptEmail: textOrNull(params.receipt_email),
        statementDescriptorSuffix: textOrNull(params.statement_descriptor_suffix),
        customer: payerNamed(call, params.customer),
        allowRedirects,
        transfer: params.transfer_data && { ...params.transfer_data, amount: params.transfer_data.amount ?? null },
        onBehalfOf: params.on_behalf_of,
        transferGroup: params.transfer_group,
        paymentMethod,
        setupFutureUsage: futureUsage(params),
        metadata: mergedMetadata({}, params.metadata),
      });
      if (params.confirm !== true) return paymentIntentToWire(world, intent);
      return paymentIntentToWire(world, confirmPaymentIntent(world, intent.id, confirmationFrom(params)));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/payment_intents',
    params: { ...listParams, customer: text() },
    run: (call) => listOf(call, 'payment_intent', '/v1/payment_intents', { customer: call.params.customer }),
  }),
  operation({
    method: 'GET',
    path: '/v1/payment_intents/:id',
    params: { client_secret: text() },
    run: (call) => paymentIntentToWire(call.world, intentOf(call, call.params.client_secret)),
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_intents/:id',
    params: { ...methodParams, ...describing, amount: integer({ min: 1 }), currency: text() },
    run: (call) => {
      const { world, params } = call;
      const { id } = intentOf(call);
      const updated = updatePaymentIntent(world, id, {
        amount: params.amount,
        currency: params.currency,
        applicationFeeAmount: params.application_fee_amount,
        description: params.description,
        receiptEmail: params.receipt_email,
        statementDescriptorSuffix: params.statement_descriptor_suffix,
        customer: payerNamed(call, params.customer),
        paymentMethod: methodNamed(call, params),
        setupFutureUsage: futureUsage(params),
        metadata: params.metadata,
      });
      return paymentIntentToWire(world, updated);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_intents/:id/confirm',
    params: { ...methodParams, ...confirming, client_secret: text(), capture_method: ignored() },
    run: (call) => {
      const { world, params } = call;
      const intent = intentOf(call, params.client_secret);
      requireConfirmable(world, intent);
      requireReturnUrl(intent, params.return_url);
      const paymentMethod = methodNamed(call, params);
      return paymentIntentToWire(
        world,
        confirmPaymentIntent(world, intent.id, {
          paymentMethod,
          setupFutureUsage: futureUsage(params),
          ...confirmationFrom(params),
        }),
      );
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_intents/:id/capture',
    params: {
      amount_to_capture: integer({ min: 1 }),
      application_fee_amount: integer({ min: 0 }),
      final_capture: ignored(),
      metadata: metadata(),
      statement_descriptor_suffix: ignored(),
    },
    run: (call) => {
      const { amount_to_capture: amount, application_fee_amount: applicationFeeAmount, metadata: wish } = call.params;
      const options = { amount, applicationFeeAmount, metadata: wish };
      const captured = capturePaymentIntent(call.world, intentOf(call).id, options);
      return paymentIntentToWire(call.world, captured);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_intents/:id/cancel',
    params: { cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned') },
    run: (call) => {
      const canceled = cancelPaymentIntent(call.world, intentOf(call).id, call.params.cancellation_reason);
      return paymentIntentToWire(call.world, canceled);
    },
  }),
];

function intentOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>, clientSecret?: string): PaymentIntent {
  const intent = resource(call, 'payment_intent', call.path['id'] ?? '');
  if (clientSecret !== undefined && clientSecret !== intent.clientSecret)
    throw invalidRequest(
      'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
      { param: 'client_secret' },
    );
  return intent;
}

/** Stripe.js asks in the seller's own page; without it the customer is led to the page of their bank. */
function confirmationFrom(params: ParamsOf<typeof confirming>): {
  readonly offSession: boolean | undefined;
  readonly failsOnAction: boolean | undefined;
  readonly returnUrl: string | null;
} {
  return {
    offSession: params.off_session,
    failsOnAction: params.error_on_requires_action,
    returnUrl: params.use_stripe_sdk === true ? null : (params.return_url ?? null),
  };
}

/** An empty text says that the customer will not pay like this again. */
function futureUsage({
  setup_future_usage: usage,
}: Pick<ParamsOf<typeof methodParams>, 'setup_future_usage'>): FutureUsage | null | undefined {
  return usage === '' ? null : usage;
}

type MethodParams = Pick<ParamsOf<typeof methodParams>, 'payment_method' | 'payment_method_data'>;

function methodNamed(
  { world, account }: Pick<Call<ParamTable>, 'account' | 'world'>,
  { payment_method: name, payment_method_data: data }: MethodParams,
): string | undefined {
  if (name !== undefined) return paymentMethodNamed(world, account, name).id;
  return data && methodFromParams(world, account, data).id;
}

function payerNamed(call: Pick<Call<ParamTable>, 'account' | 'world'>, id: string | undefined): string | undefined {
  return id === undefined ? undefined : customerNamed(call, id).id;
}

/** Where a customer may be led away to pay, Stripe asks for the way back before anything is tried. */
function requireReturnUrl(
  { allowRedirects }: Pick<PaymentIntent, 'allowRedirects'>,
  returnUrl: string | undefined,
): void {
  if (!allowRedirects || returnUrl !== undefined) return;
  throw invalidRequest(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
  );
}

/** Card payments have no descriptor of their own, only a suffix to the account's. */
function statementDescriptor() {
  return {
    required: false,
    read: (_: unknown, path: string): never => {
      throw invalidParam(
        'The `statement_descriptor` parameter is not supported for the card payment method type. You can only use `statement_descriptor_suffix` with card payments.',
        path,
      );
    },
  };
}
