import type Stripe from 'stripe';
import { createCheckoutSession, expireCheckoutSession } from '../world/checkout.ts';
import type { NewLine } from '../world/new-checkout.ts';
import type { CheckoutLine, CheckoutSession } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  ignored,
  integer,
  list,
  metadata,
  object,
  oneOf,
  type ParamsOf,
  type ParamTable,
  required,
  text,
} from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import { definedOf, mergedMetadata, noPaymentMethodTypes, textOrNull } from './parts.ts';

const lineParams = {
  quantity: integer({ min: 1 }),
  price_data: required(
    object({
      currency: required(text()),
      unit_amount: required(integer({ min: 0 })),
      product: text(),
      product_data: object({
        name: required(text()),
        description: text(),
        images: ignored(),
        metadata: metadata(),
        tax_code: ignored(),
      }),
      tax_behavior: ignored(),
    }),
  ),
} as const;

const creation = {
  mode: required(oneOf('payment')),
  line_items: list(object(lineParams)),
  payment_intent_data: object({
    application_fee_amount: integer({ min: 0 }),
    capture_method: oneOf('automatic', 'automatic_async', 'manual'),
    description: text({ max: 1000 }),
    metadata: metadata(),
    receipt_email: text(),
    statement_descriptor_suffix: text({ max: 22 }),
    setup_future_usage: ignored(),
    shipping: ignored(),
    transfer_group: ignored(),
  }),
  ui_mode: oneOf('hosted_page'),
  success_url: text(),
  cancel_url: text(),
  customer_email: text({ max: 800 }),
  client_reference_id: text({ max: 200 }),
  expires_at: integer(),
  metadata: metadata(),
  payment_method_types: noPaymentMethodTypes(),
  payment_method_options: ignored(),
  excluded_payment_method_types: ignored(),
  allowed_payment_method_types: ignored(),
  payment_method_configuration: ignored(),
  billing_address_collection: ignored(),
  branding_settings: ignored(),
  customer_creation: ignored(),
  invoice_creation: ignored(),
  locale: ignored(),
  phone_number_collection: ignored(),
  submit_type: ignored(),
} as const;

/** Checkout Sessions that take one payment on a page of Stripe's. */
export const checkoutSessionOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/checkout/sessions',
    params: creation,
    run: ({ world, account, params }) => {
      const session = createCheckoutSession(world, account, newSessionFrom(params));
      return checkoutSessionToWire(world, session);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/checkout/sessions',
    params: { ...listParams, payment_intent: text(), status: oneOf('open', 'complete', 'expired') },
    run: (call) => {
      const { payment_intent: paymentIntent, status } = call.params;
      return listOf(call, 'checkout_session', '/v1/checkout/sessions', definedOf({ paymentIntent, status }));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/checkout/sessions/:id',
    params: {},
    run: (call) => checkoutSessionToWire(call.world, sessionOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/checkout/sessions/:id',
    params: { metadata: metadata() },
    run: (call) => {
      const { id, metadata: known } = sessionOf(call);
      const changed = call.world.store.update('checkout_session', id, {
        metadata: mergedMetadata(known, call.params.metadata),
      });
      return checkoutSessionToWire(call.world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/checkout/sessions/:id/expire',
    params: {},
    run: (call) => checkoutSessionToWire(call.world, expireCheckoutSession(call.world, sessionOf(call).id)),
  }),
  operation({
    method: 'GET',
    path: '/v1/checkout/sessions/:id/line_items',
    params: { limit: integer({ min: 1, max: 100 }), starting_after: text(), ending_before: text() },
    run: (call) => {
      const session = sessionOf(call);
      const { limit = 10, starting_after: after } = call.params;
      const from = after === undefined ? 0 : session.lines.findIndex(({ id }) => id === after) + 1;
      return lineItemsOf(session, from, limit);
    },
  }),
];

function sessionOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): CheckoutSession {
  return resource(call, 'checkout_session', call.path['id'] ?? '');
}

function newSessionFrom(params: ParamsOf<typeof creation>): Parameters<typeof createCheckoutSession>[2] {
  const { currency, lines } = linesFrom(params.line_items ?? []);
  const { payment_intent_data: data = {}, cancel_url: cancelUrl, customer_email: customerEmail } = params;
  if (params.success_url === undefined)
    throw invalidParam('Missing required param: success_url.', 'success_url', 'parameter_missing');
  requireUrl(params.success_url, 'success_url');
  if (cancelUrl !== undefined) requireUrl(cancelUrl, 'cancel_url');
  if (customerEmail !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(customerEmail))
    throw invalidParam(`Invalid email address: ${customerEmail}`, 'customer_email', 'email_invalid');
  return {
    currency,
    lines,
    paymentIntentData: paymentIntentDataFrom(data),
    customerEmail: customerEmail ?? null,
    clientReferenceId: params.client_reference_id ?? null,
    successUrl: params.success_url,
    cancelUrl: cancelUrl ?? null,
    expiresUnix: params.expires_at,
    metadata: params.metadata ?? {},
  };
}

function paymentIntentDataFrom(
  data: Partial<NonNullable<ParamsOf<typeof creation>['payment_intent_data']>>,
): CheckoutSession['paymentIntentData'] {
  return {
    applicationFeeAmount: data.application_fee_amount ?? null,
    description: textOrNull(data.description),
    receiptEmail: textOrNull(data.receipt_email),
    statementDescriptorSuffix: textOrNull(data.statement_descriptor_suffix),
    captureMethod: data.capture_method ?? 'automatic_async',
    metadata: data.metadata ?? {},
  };
}

function linesFrom(items: readonly ParamsOf<typeof lineParams>[]): {
  readonly currency: string;
  readonly lines: readonly NewLine[];
} {
  const [first] = items;
  if (first === undefined) throw invalidParam('Missing required param: line_items.', 'line_items', 'parameter_missing');
  const currency = first.price_data.currency.toLowerCase();
  if (items.some(({ price_data: price }) => price.currency.toLowerCase() !== currency))
    throw invalidParam('All line items must have the same currency.', 'line_items');
  return { currency, lines: items.map(lineFrom) };
}

function lineFrom({ quantity, price_data: price }: ParamsOf<typeof lineParams>, index: number): NewLine {
  const at = `line_items[${index}]`;
  if (quantity === undefined)
    throw invalidParam(`Missing required param: ${at}[quantity].`, `${at}[quantity]`, 'parameter_missing');
  const { product, product_data: data, unit_amount: unitAmount } = price;
  if ((product === undefined) === (data === undefined))
    throw invalidParam(
      `You must specify either \`product\` or \`product_data\` when creating a price.`,
      `${at}[price_data]`,
    );
  return {
    name: data?.name ?? product ?? '',
    description: data?.description ?? null,
    unitAmount,
    quantity,
    productId: product,
  };
}

function requireUrl(url: string, param: string): void {
  // The placeholder is no part of a URL, but Stripe puts the session's id in its place.
  if (/^https?:\/\/\S+$/iu.test(url) && URL.canParse(url.replaceAll('{CHECKOUT_SESSION_ID}', 'cs'))) return;
  throw invalidParam('Not a valid URL', param, 'url_invalid');
}

type WireSession = Omit<Stripe.Checkout.Session, 'line_items'> & { readonly line_items: object };

export function checkoutSessionToWire(world: World, session: CheckoutSession): WireSession {
  return {
    id: session.id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: session.amountTotal,
    amount_total: session.amountTotal,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: session.cancelUrl,
    client_reference_id: session.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: session.createdUnix,
    currency: session.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: customerOf(session),
    customer_email: session.customerEmail,
    discounts: [],
    expires_at: session.expiresUnix,
    integration_identifier: null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    line_items: lineItemsOf(session, 0, 10),
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: { ...session.metadata },
    mode: 'payment',
    origin_context: null,
    payment_intent: session.paymentIntent,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: session.paymentStatus,
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: session.status,
    submit_type: null,
    subscription: null,
    success_url: session.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: session.status === 'open' ? `${world.settings.url}/checkout/c/pay/${session.id}` : null,
    wallet_options: null,
  };
}

function customerOf({
  customerDetails,
  customerEmail,
}: CheckoutSession): Stripe.Checkout.Session.CustomerDetails | null {
  if (customerDetails === null && customerEmail === null) return null;
  return {
    address: null,
    business_name: null,
    email: customerDetails?.email ?? customerEmail,
    individual_name: null,
    name: customerDetails?.name ?? null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

function lineItemsOf(session: CheckoutSession, from: number, limit: number): object {
  const shown = session.lines.slice(from, from + limit);
  return {
    object: 'list',
    data: shown.map((line) => lineToWire(session, line)),
    has_more: from + limit < session.lines.length,
    url: `/v1/checkout/sessions/${session.id}/line_items`,
  };
}

function lineToWire({ currency, createdUnix }: CheckoutSession, line: CheckoutLine): object {
  const amount = line.unitAmount * line.quantity;
  const price: Omit<Stripe.Price, 'unit_amount_decimal'> & { readonly unit_amount_decimal: string } = {
    id: line.priceId,
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: createdUnix,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: line.productId,
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: line.unitAmount,
    unit_amount_decimal: String(line.unitAmount),
  };
  const item: Omit<Stripe.LineItem, 'price'> = {
    id: line.id,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: line.name,
    metadata: {},
    quantity: line.quantity,
  };
  return { ...item, price };
}
