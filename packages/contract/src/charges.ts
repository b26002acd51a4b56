import * as Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { AmountMinor, CurrencyCode, Email, Moment } from './fields.ts';

/**
 * Where a charge stands: `creating` on its way to Stripe · `unknown` Stripe has not answered, it is being checked ·
 * `waiting` the customer has a link · `processing` the customer paid, the bank has not confirmed · `paid` ·
 * `expired` the link ran out · `canceled` the seller took the link back · `failed` Stripe refused to create it ·
 * `disconnected` the seller disconnected the account before we knew what became of it: their Stripe Dashboard shows it.
 */
export const ChargeState = Type.Enum([
  'creating',
  'unknown',
  'waiting',
  'processing',
  'paid',
  'expired',
  'canceled',
  'failed',
  'disconnected',
]);
export type ChargeState = Type.Static<typeof ChargeState>;

/** A charge on the seller's account, with the platform's fee. */
export const Charge = Type.Object({
  chargeId: Type.String({ format: 'uuid' }),
  state: ChargeState,
  amountMinor: AmountMinor,
  currency: CurrencyCode,
  platformFeeMinor: AmountMinor,
  description: Type.String(),
  customerEmail: Type.Union([Type.String(), Type.Null()]),
  /** Stripe's page where the customer pays; null unless the charge is waiting. */
  checkoutUrl: Type.Union([Type.String(), Type.Null()]),
  /** Stripe's id of the payment once the customer paid: names it in the payments page and in the Stripe Dashboard. */
  paymentId: Type.Union([Type.String(), Type.Null()]),
  /** Why Stripe refused, in words, when the state is `failed`. */
  failureMessage: Type.Union([Type.String(), Type.Null()]),
  createdAt: Moment,
  expiresAt: Type.Union([Moment, Type.Null()]),
  paidAt: Type.Union([Moment, Type.Null()]),
});
export type Charge = Type.Static<typeof Charge>;

const chargeParams = Type.Object({ chargeId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

/**
 * Creates a charge. The same `idempotencyKey` with the same details returns the same charge, however often it is sent;
 * with other details it is refused.
 */
export const createCharge = endpoint({
  operationId: 'createCharge',
  method: 'POST',
  url: '/api/charges',
  access: 'seller',
  support: 'never',
  schema: {
    summary: "Create a direct charge on the seller's account and a link where the customer pays",
    tags: ['charges'],
    body: Type.Object(
      {
        idempotencyKey: Type.String({ format: 'uuid' }),
        amountMinor: AmountMinor,
        currency: CurrencyCode,
        description: Type.String({ minLength: 1, maxLength: 250 }),
        customerEmail: Type.Optional(Email),
      },
      { additionalProperties: false },
    ),
    response: { 201: Charge },
  },
  problems: ['not_signed_in', 'account_missing', 'onboarding_incomplete', 'amount_refused', 'idempotency_mismatch'],
});

/** Returns one charge of the seller. */
export const getCharge = endpoint({
  operationId: 'getCharge',
  method: 'GET',
  url: '/api/charges/:chargeId',
  access: 'seller',
  support: 'read',
  schema: { summary: 'Return a charge', tags: ['charges'], params: chargeParams, response: { 200: Charge } },
  problems: ['not_signed_in', 'not_found'],
});

/** Lists the seller's charges, newest first. */
export const listCharges = endpoint({
  operationId: 'listCharges',
  method: 'GET',
  url: '/api/charges',
  access: 'seller',
  support: 'read',
  schema: {
    summary: 'List charges, newest first',
    tags: ['charges'],
    querystring: Type.Object(
      {
        after: Type.Optional(Type.String({ maxLength: 200, description: '`nextCursor` of the page before.' })),
        limit: Type.Optional(
          Type.String({ pattern: '^([1-9]|[1-9]\\d|100)$', description: '1 to 100; 20 unless told.' }),
        ),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({ charges: Type.Array(Charge), nextCursor: Type.Union([Type.String(), Type.Null()]) }),
    },
  },
  problems: ['not_signed_in'],
});

/** Takes the customer's link back, if they have not paid. */
export const cancelCharge = endpoint({
  operationId: 'cancelCharge',
  method: 'POST',
  url: '/api/charges/:chargeId/cancel',
  access: 'seller',
  support: 'never',
  schema: {
    summary: "Take the customer's link back",
    tags: ['charges'],
    params: chargeParams,
    body: Type.Object({}, { additionalProperties: false }),
    response: { 200: Charge },
  },
  problems: [
    'not_signed_in',
    'not_found',
    'account_missing',
    'charge_not_cancelable',
    'stripe_refused',
    'stripe_unavailable',
    'test_mode_off',
  ],
});
