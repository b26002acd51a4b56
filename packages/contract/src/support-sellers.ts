import * as Type from 'typebox';
import { Account } from './accounts.ts';
import { Charge } from './charges.ts';
import { endpoint } from './endpoint.ts';
import { Moment } from './fields.ts';
import { FoundSeller, PastSupportView } from './support.ts';

const { chargesEnabled, payoutsEnabled, detailsSubmitted, country, defaultCurrency, requirements, deadlineAt } =
  Account.properties;

/** A seller as staff see them who help: with how their account stands, and what Stripe waits for. */
export const SupportSeller = Type.Object({
  ...FoundSeller.properties,
  account: Type.Union([
    Type.Object({
      ...FoundSeller.properties.account.anyOf[0].properties,
      chargesEnabled,
      payoutsEnabled,
      detailsSubmitted,
      country,
      defaultCurrency,
      requirements,
      deadlineAt,
      /** When all this was last read from Stripe. */
      readAt: Moment,
    }),
    Type.Null(),
  ]),
  /** When the seller last cut an account off, in their Stripe Dashboard. */
  disconnectedAt: Type.Union([Moment, Type.Null()]),
});
export type SupportSeller = Type.Static<typeof SupportSeller>;

const sellerParams = Type.Object({ sellerId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
const paging = Type.Object(
  { after: Type.Optional(Type.String({ maxLength: 500, description: '`nextCursor` of the page before.' })) },
  { additionalProperties: false },
);
const nextCursor = Type.Union([Type.String(), Type.Null()]);
const problems = ['not_signed_in', 'second_factor_due', 'not_found'] as const;

/** Returns a seller for staff. */
export const getSupportSeller = endpoint({
  operationId: 'getSupportSeller',
  method: 'GET',
  url: '/api/support/sellers/:sellerId',
  access: 'staff',
  schema: { summary: 'Return a seller', tags: ['support'], params: sellerParams, response: { 200: SupportSeller } },
  problems,
});

// Not `Type.Omit`: it alone would bring 10 KiB of TypeBox into the browser.
const { customerEmail: _email, checkoutUrl: _url, expiresAt: _end, ...charge } = Charge.properties;

/** A charge as staff see it: without the customer's address and without the link where they pay. */
export const SupportCharge = Type.Object(charge);
export type SupportCharge = Type.Static<typeof SupportCharge>;

/** Lists the charges of a seller, newest first, twenty a page. */
export const listSupportCharges = endpoint({
  operationId: 'listSupportCharges',
  method: 'GET',
  url: '/api/support/sellers/:sellerId/charges',
  access: 'staff',
  schema: {
    summary: 'List the charges of a seller, newest first',
    tags: ['support'],
    params: sellerParams,
    querystring: paging,
    response: { 200: Type.Object({ charges: Type.Array(SupportCharge), nextCursor }) },
  },
  problems,
});

/** A webhook event of an account, and what became of it here. */
export const Delivery = Type.Object({
  eventId: Type.String(),
  type: Type.String({ description: "Stripe's name of what happened." }),
  /** When it happened, by Stripe's clock. */
  createdAt: Moment,
  /** When it came here. */
  receivedAt: Moment,
  /** How often it was tried to be applied. */
  attempts: Type.Integer(),
  appliedAt: Type.Union([Moment, Type.Null()]),
  /** When it is tried next; null once it is applied or kept apart. */
  nextTryAt: Type.Union([Moment, Type.Null()]),
  /** Why it is kept and not applied. */
  quarantine: Type.Union([Type.Enum(['unknown_account', 'wrong_mode', 'wrong_scope', 'given_up']), Type.Null()]),
});
export type Delivery = Type.Static<typeof Delivery>;

/** Lists what Stripe announced of a seller's account in the last thirty days, newest first, twenty a page. */
export const listDeliveries = endpoint({
  operationId: 'listDeliveries',
  method: 'GET',
  url: '/api/support/sellers/:sellerId/deliveries',
  access: 'staff',
  schema: {
    summary: "List webhook events of a seller's account, newest first",
    tags: ['support'],
    params: sellerParams,
    querystring: paging,
    response: { 200: Type.Object({ deliveries: Type.Array(Delivery), nextCursor }) },
  },
  problems,
});

/** Lists who looked at a seller's pages, newest first, twenty a page. */
export const listSellerViews = endpoint({
  operationId: 'listSellerViews',
  method: 'GET',
  url: '/api/support/sellers/:sellerId/views',
  access: 'staff',
  schema: {
    summary: "List the support views of a seller's pages, newest first",
    tags: ['support'],
    params: sellerParams,
    querystring: paging,
    response: { 200: Type.Object({ supportViews: Type.Array(PastSupportView), nextCursor }) },
  },
  problems,
});
