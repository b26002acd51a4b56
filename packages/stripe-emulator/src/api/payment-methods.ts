import type Stripe from 'stripe';
import { createPaymentMethod, createPaymentMethodOfToken, keepCard, refusalToKeep } from '../world/payment-methods.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { emit } from '../world/events.ts';
import { cardNotKept } from '../world/payment-errors.ts';
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
import { invalidParam, invalidRequest, referenceMissing, resourceMissing } from '../wire/stripe-error.ts';
import { customerNamed } from './customers.ts';
import { fingerprintOf } from './fingerprint.ts';
import { spendToken } from './tokens.ts';

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
      const { world, params } = call;
      const method = methodOf(call);
      const { id, billing, metadata: known } = method;
      const changed = world.store.update('payment_method', id, {
        billing: { ...billing, ...billingFrom(params.billing_details) },
        metadata: mergedMetadata(known, params.metadata),
      });
      emit(world, 'payment_method.updated', 'payment_method', id, paymentMethodToWire(world, method));
      return paymentMethodToWire(world, changed);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/payment_methods',
    params: { ...listParams, type: oneOf('card'), customer: text(), allow_redisplay: ignored() },
    run: (call) => {
      const { customer } = call.params;
      return listOf(call, 'payment_method', '/v1/payment_methods', { customer });
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_methods/:id/attach',
    params: { customer: required(text()) },
    run: (call) => {
      const { world } = call;
      const { id } = call.path;
      const method = id?.startsWith('pm_card_') === true ? tokenMethod(call, id) : methodOf(call);
      const { id: customer } = customerNamed(call, call.params.customer);
      requireAttachable(method, customer);
      const refusal = refusalToKeep(method.card);
      if (refusal !== undefined) throw cardNotKept(refusal);
      const changed = world.store.update('payment_method', method.id, { customer });
      emit(world, 'payment_method.attached', 'payment_method', method.id);
      return paymentMethodToWire(world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/payment_methods/:id/detach',
    params: {},
    run: (call) => {
      const { world } = call;
      const { id, customer = null } = methodOf(call);
      if (customer === null)
        throw invalidRequest(
          'The payment method you provided is not attached to a customer so detachment is impossible.',
        );
      const changed = world.store.update('payment_method', id, { customer: null, spent: true });
      emit(world, 'payment_method.detached', 'payment_method', id, { customer });
      return paymentMethodToWire(world, changed);
    },
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
  { card, billing_details: billing, metadata: wish }: ParamsOf<typeof newMethodParams>,
): PaymentMethod {
  const given = mergedMetadata({}, wish);
  const details = { name: null, email: null, ...billingFrom(billing) };
  if (card?.token !== undefined) {
    const method = methodOfToken(world, account, card.token, details, given);
    if (method === undefined) throw referenceMissing('token', card.token, 'card[token]');
    return method;
  }
  if (card?.number === undefined) throw missing('card[number]');
  if (card.exp_month === undefined) throw missing('card[exp_month]');
  if (card.exp_year === undefined) throw missing('card[exp_year]');
  const { number, exp_month: expMonth, exp_year: expYear, cvc } = card;
  return createPaymentMethod(world, account, { number, expMonth, expYear, cvc, billing: details, metadata: given });
}

/** Makes a payment method of the card that a token stands for; undefined when it stands for none. */
export function methodOfToken(
  world: World,
  account: string,
  token: string,
  billing: Billing = { name: null, email: null },
  known: PaymentMethod['metadata'] = {},
): PaymentMethod | undefined {
  const made = spendToken(world, token);
  if (made?.card === undefined || made.card === null)
    return createPaymentMethodOfToken(world, account, token, billing, known);
  const details = { ...billing, name: billing.name ?? made.billing?.name ?? null };
  return keepCard(world, account, made.card, details, known);
}

export function paymentMethodToWire(
  world: World,
  { id, createdUnix, card, ...method }: PaymentMethod,
): Stripe.PaymentMethod {
  return {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingToWire(method.billing),
    card: { ...cardToWire(card), checks: checksOf(card), display_brand: card.brand, generated_from: null },
    created: createdUnix,
    customer: method.customer ?? null,
    customer_account: null,
    livemode: world.settings.livemode,
    metadata: { ...method.metadata },
    type: 'card',
  };
}

export function billingToWire({ name, email }: Billing): Stripe.PaymentMethod.BillingDetails {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { address, email, name, phone: null, tax_id: null };
}

/** What a bank says of what its customer typed. */
export function checksOf({ cvcCheck, line1Check = null, postalCodeCheck = null }: Card) {
  return { address_line1_check: line1Check, address_postal_code_check: postalCodeCheck, cvc_check: cvcCheck };
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

function billingFrom(given: { readonly name?: string | undefined; readonly email?: string | undefined } | undefined) {
  return {
    ...(given?.name !== undefined && { name: given.name }),
    ...(given?.email !== undefined && { email: given.email }),
  };
}

function methodOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): PaymentMethod {
  return resource(call, 'payment_method', call.path['id'] ?? '');
}

/** A method that was used without a customer, or was somebody's, is nobody's any more. */
function requireAttachable({ customer: owner = null, spent = false }: PaymentMethod, customer: string): void {
  if (spent)
    throw invalidRequest(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    );
  if (owner !== null && owner !== customer)
    throw invalidRequest('The payment method you provided has already been attached to a customer.');
}

function tokenMethod({ world, account }: Pick<Call<ParamTable>, 'account' | 'world'>, token: string): PaymentMethod {
  const method = createPaymentMethodOfToken(world, account, token);
  if (method === undefined) throw resourceMissing('PaymentMethod', token);
  return method;
}

function missing(param: string): Error {
  return invalidParam(`Missing required param: ${param}.`, param, 'parameter_missing');
}
