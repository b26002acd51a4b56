import { createCheckoutSession, expireCheckoutSession } from '../world/checkout.ts';
import { mergedMetadata } from '../world/metadata.ts';
import type { NewLine } from '../world/new-checkout.ts';
import type { CheckoutSession } from '../world/state.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  email,
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
import { checkoutSessionToWire, lineItemsOf } from './checkout-session-to-wire.ts';
import { noPaymentMethodTypes, textOrNull } from './parts.ts';

const lineParams = {
  quantity: integer({ min: 1 }),
  price: text(),
  price_data: object({
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
} as const;

const creation = {
  mode: required(oneOf('payment')),
  line_items: list(object(lineParams)),
  payment_intent_data: object({
    application_fee_amount: integer({ min: 0 }),
    capture_method: oneOf('automatic', 'automatic_async', 'manual'),
    description: text({ max: 1000 }),
    metadata: metadata(),
    receipt_email: email(),
    statement_descriptor_suffix: text({ max: 22 }),
    setup_future_usage: ignored(),
    shipping: ignored(),
    on_behalf_of: text(),
    transfer_data: object({ destination: required(text()), amount: integer({ min: 1 }) }),
    transfer_group: text(),
  }),
  ui_mode: oneOf('hosted_page'),
  success_url: text(),
  cancel_url: text(),
  customer_email: email({ max: 800 }),
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
    run: (call) => {
      const { world, account, params } = call;
      const session = createCheckoutSession(world, account, newSessionFrom(call, params));
      return checkoutSessionToWire(world, session);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/checkout/sessions',
    params: { ...listParams, payment_intent: text(), status: oneOf('open', 'complete', 'expired') },
    run: (call) => {
      const { payment_intent: paymentIntent, status } = call.params;
      return listOf(call, 'checkout_session', '/v1/checkout/sessions', { paymentIntent, status });
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
      return lineItemsOf(call.world, session, from, limit);
    },
  }),
];

function sessionOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): CheckoutSession {
  return resource(call, 'checkout_session', call.path['id'] ?? '');
}

type Asking = Pick<Call<ParamTable>, 'account' | 'world'>;

function newSessionFrom(call: Asking, params: ParamsOf<typeof creation>): Parameters<typeof createCheckoutSession>[2] {
  const { currency, lines } = linesFrom(call, params.line_items ?? []);
  const { payment_intent_data: data = {}, cancel_url: cancelUrl, customer_email: customerEmail } = params;
  if (params.success_url === undefined)
    throw invalidParam('Missing required param: success_url.', 'success_url', 'parameter_missing');
  requireUrl(params.success_url, 'success_url');
  if (cancelUrl !== undefined) requireUrl(cancelUrl, 'cancel_url');
  return {
    currency,
    lines,
    paymentIntentData: paymentIntentDataFrom(data),
    customerEmail: customerEmail ?? null,
    clientReferenceId: params.client_reference_id ?? null,
    successUrl: params.success_url,
    cancelUrl: cancelUrl ?? null,
    expiresUnix: params.expires_at,
    metadata: mergedMetadata({}, params.metadata),
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
    transfer:
      data.transfer_data === undefined ? null : { ...data.transfer_data, amount: data.transfer_data.amount ?? null },
    onBehalfOf: data.on_behalf_of ?? null,
    transferGroup: data.transfer_group ?? null,
    metadata: mergedMetadata({}, data.metadata),
  };
}

type Item = ParamsOf<typeof lineParams>;
type Priced = { readonly currency: string; readonly line: NewLine };

function linesFrom(
  call: Asking,
  items: readonly Item[],
): { readonly currency: string; readonly lines: readonly NewLine[] } {
  const priced = items.map((item, index) => lineFrom(call, item, `line_items[${index}]`));
  const [first] = priced;
  if (first === undefined) throw invalidParam('Missing required param: line_items.', 'line_items', 'parameter_missing');
  if (priced.some(({ currency }) => currency !== first.currency))
    throw invalidParam('All line items must have the same currency.', 'line_items');
  return { currency: first.currency, lines: priced.map(({ line }) => line) };
}

function lineFrom(call: Asking, { quantity, price, price_data: data }: Item, at: string): Priced {
  if (quantity === undefined)
    throw invalidParam(`Missing required param: ${at}[quantity].`, `${at}[quantity]`, 'parameter_missing');
  if (price !== undefined && data === undefined) return lineOfPrice(call, price, quantity, at);
  if (data === undefined || price !== undefined)
    throw invalidParam('You must specify either `price` or `price_data` for each line item.', at);
  return newLine(data, quantity, at);
}

/** What is sold at a price that is kept. */
function lineOfPrice(call: Asking, id: string, quantity: number, at: string): Priced {
  const { product, currency, unitAmount, active } = resource(call, 'price', id, `${at}[price]`);
  if (!active)
    throw invalidParam('The price specified is inactive. This field only accepts active prices.', `${at}[price]`);
  const { name, description } = call.world.store.get('product', product);
  return { currency, line: { name, description, unitAmount, quantity, priceId: id, productId: product } };
}

function newLine(
  { currency, product, product_data: data, unit_amount: unitAmount }: NonNullable<Item['price_data']>,
  quantity: number,
  at: string,
): Priced {
  if ((product === undefined) === (data === undefined))
    throw invalidParam(
      `You must specify either \`product\` or \`product_data\` when creating a price.`,
      `${at}[price_data]`,
    );
  const [name, description] = [data?.name ?? product ?? '', data?.description ?? null];
  return { currency: currency.toLowerCase(), line: { name, description, unitAmount, quantity, productId: product } };
}

function requireUrl(url: string, param: string): void {
  // The placeholder is no part of a URL, but Stripe puts the session's id in its place.
  if (/^https?:\/\/\S+$/iu.test(url) && URL.canParse(url.replaceAll('{CHECKOUT_SESSION_ID}', 'cs'))) return;
  throw invalidParam('Not a valid URL', param, 'url_invalid');
}
