import type Stripe from 'stripe';
import type { CheckoutLine, CheckoutSession } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { whenAsked } from '../wire/when-asked.ts';
import { priceToWire } from './prices.ts';

type WireSession = Omit<Stripe.Checkout.Session, 'line_items'> & { readonly line_items: object };

/** A Checkout Session in Stripe's form. */
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
    line_items: whenAsked(() => lineItemsOf(world, session, 0, 10)),
    livemode: world.settings.livemode,
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

/** A page of what is sold in a session. */
export function lineItemsOf(world: World, session: CheckoutSession, from: number, limit: number): object {
  const shown = session.lines.slice(from, from + limit);
  return {
    object: 'list',
    data: shown.map((line) => lineToWire(world, session, line)),
    has_more: from + limit < session.lines.length,
    url: `/v1/checkout/sessions/${session.id}/line_items`,
  };
}

function lineToWire(world: World, { currency, createdUnix }: CheckoutSession, line: CheckoutLine): object {
  const kept = world.store.find('price', line.priceId);
  const amount = line.unitAmount * line.quantity;
  const price: Omit<Stripe.Price, 'unit_amount_decimal'> & { readonly unit_amount_decimal: string } = {
    id: line.priceId,
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: createdUnix,
    currency,
    custom_unit_amount: null,
    livemode: world.settings.livemode,
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
  return { ...item, price: kept === undefined ? price : priceToWire(world, kept) };
}
