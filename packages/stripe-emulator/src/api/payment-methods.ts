import type Stripe from 'stripe';
import { createPaymentMethod, createPaymentMethodOfToken } from '../world/payment-methods.ts';
import type { Billing, Card, PaymentMethod } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  ignored,
  integer,
  metadata,
  object,
  oneOf,
  type ParamsOf,
  type ParamTable,
  required,
  text,
} from '../wire/params.ts';
import { invalidParam, resourceMissing } from '../wire/stripe-error.ts';
import { mergedMetadata } from './parts.ts';

export const billingParams = object({ name: text(), email: text(), phone: ignored(), address: ignored() });

const cardParams = object({
  number: text(),
  exp_month: integer(),
  exp_year: integer(),
  cvc: text(),
  token: text(),
  networks: ignored(),
});

/** What makes a payment method, alone or as `payment_method_data`. */
export const newMethodParams = {
  type: required(oneOf('card')),
  card: cardParams,
  billing_details: billingParams,
  metadata: metadata(),
  allow_redisplay: ignored(),
} as const;

/** Payment methods: cards only. Card numbers are taken here, which Stripe allows to few. */
export const paymentMethodOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/payment_methods',
    params: newMethodParams,
    run: ({ world, account, params }) => paymentMethodToWire(world, methodFromParams(world, account, params)),
  }),
  operation({
    method: 'GET',
    path: '/v1/payment_methods/:id',
    params: {},
    run: (call) => paymentMethodToWire(call.world, methodOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_methods/:id',
    params: { billing_details: billingParams, metadata: metadata(), allow_redisplay: ignored() },
    run: (call) => {
      const { id, billing, metadata: known } = methodOf(call);
      const changed = call.world.store.update('payment_method', id, {
        billing: { ...billing, ...billingFrom(call.params.billing_details) },
        metadata: mergedMetadata(known, call.params.metadata),
      });
      return paymentMethodToWire(call.world, changed);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/payment_methods',
    params: { ...listParams, type: oneOf('card'), customer: ignored(), allow_redisplay: ignored() },
    run: (call) => listOf(call, 'payment_method', '/v1/payment_methods'),
  }),
];

/**
 * Makes the payment method that parameters describe.
 *
 * @throws {StripeError} 402 for a card that cannot be.
 */
export function methodFromParams(
  world: World,
  account: string,
  { card, billing_details: billing, metadata: given = {} }: ParamsOf<typeof newMethodParams>,
): PaymentMethod {
  const details = { name: null, email: null, ...billingFrom(billing) };
  if (card?.token !== undefined) {
    const method = createPaymentMethodOfToken(world, account, card.token, details, given);
    if (method === undefined) throw resourceMissing('token', card.token, 'card[token]');
    return method;
  }
  if (card?.number === undefined) throw missing('card[number]');
  if (card.exp_month === undefined) throw missing('card[exp_month]');
  if (card.exp_year === undefined) throw missing('card[exp_year]');
  const { number, exp_month: expMonth, exp_year: expYear, cvc } = card;
  return createPaymentMethod(world, account, { number, expMonth, expYear, cvc, billing: details, metadata: given });
}

export function paymentMethodToWire(
  _: World,
  { id, createdUnix, card, ...method }: PaymentMethod,
): Stripe.PaymentMethod {
  return {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingToWire(method.billing),
    card: { ...cardToWire(card), checks: checksOf(card), display_brand: card.brand, generated_from: null },
    created: createdUnix,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: { ...method.metadata },
    type: 'card',
  };
}

export function billingToWire({ name, email }: Billing): Stripe.PaymentMethod.BillingDetails {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { address, email, name, phone: null, tax_id: null };
}

/** What a bank says of a card's owner: nothing, but for the security code. */
export function checksOf({ cvcCheck }: Card) {
  return { address_line1_check: null, address_postal_code_check: null, cvc_check: cvcCheck };
}

function cardToWire({ brand, country, expMonth, expYear, funding, last4, number }: Card) {
  return {
    brand,
    country,
    exp_month: expMonth,
    exp_year: expYear,
    fingerprint: fingerprintOf(number),
    funding,
    last4,
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated' as const,
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

/** The same for the same card, and nothing of its number. */
export function fingerprintOf(number: string): string {
  const mixed = Array.from(number).reduce((sum, digit) => (sum * 31n + BigInt(digit) + 7n) % 2n ** 80n, 1n);
  return mixed.toString(36).padStart(16, '0').slice(-16);
}

function billingFrom(given: { readonly name?: string | undefined; readonly email?: string | undefined } | undefined) {
  return {
    ...(given?.name !== undefined && { name: given.name }),
    ...(given?.email !== undefined && { email: given.email }),
  };
}

function methodOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): PaymentMethod {
  return resource(call, 'payment_method', call.path['id'] ?? '');
}

function missing(param: string): Error {
  return invalidParam(`Missing required param: ${param}.`, param, 'parameter_missing');
}
