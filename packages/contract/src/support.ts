import * as Type from 'typebox';
import { AccountSession } from './account-sessions.ts';
import { AccountState } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { CountryCode, Moment } from './fields.ts';
import { Seller } from './sellers.ts';

/** Names the support view a request is made in; every request of its pages carries it. */
export const SUPPORT_VIEW_HEADER = 'x-sellerdesk-support-view';

/** Somebody of the staff looking at a seller's pages, for a reason and for a while. */
export const SupportView = Type.Object({
  supportViewId: Type.String({ format: 'uuid' }),
  staffName: Type.String(),
  seller: Type.Object({ sellerId: Type.String(), businessName: Type.String(), email: Type.String() }),
  reason: Type.String(),
  ticket: Type.Union([Type.String(), Type.Null()]),
  startedAt: Moment,
  /** Its end whatever happens; it is never moved. */
  expiresAt: Moment,
  /** Its end unless something is looked at before. */
  idleExpiresAt: Moment,
});
export type SupportView = Type.Static<typeof SupportView>;

/** Who or what ends a view. */
const EndedBy = Type.Enum(['staff', 'seller', 'admin', 'time', 'sign_out', 'operator', 'mode']);

/** A seller as staff find them. */
export const FoundSeller = Type.Object({
  sellerId: Type.String({ format: 'uuid' }),
  businessName: Type.String(),
  email: Type.String(),
  country: CountryCode,
  createdAt: Moment,
  /** Whether the seller lets staff look. */
  supportAllowed: Type.Boolean(),
  /** Null while payments are not set up. */
  account: Type.Union([
    Type.Object({
      stripeAccountId: Type.String(),
      state: AccountState,
      mode: Type.Enum(['test', 'live']),
      /** The platform's view of it in the Stripe Dashboard. */
      dashboardUrl: Type.String(),
    }),
    Type.Null(),
  ]),
});
export type FoundSeller = Type.Static<typeof FoundSeller>;

/**
 * Finds sellers by how an e-mail address or a business name begins, or by the whole id of their account at Stripe, of a
 * payment, a charge, a payout or anything else that Stripe has announced of them in the last thirty days. Nothing to look
 * for finds the newest.
 */
export const searchSellers = endpoint({
  operationId: 'searchSellers',
  method: 'GET',
  url: '/api/support/sellers',
  access: 'staff',
  schema: {
    summary: 'Find sellers',
    tags: ['support'],
    querystring: Type.Object(
      {
        query: Type.Optional(Type.String({ maxLength: 254 })),
        after: Type.Optional(Type.String({ maxLength: 200, description: '`nextCursor` of the page before.' })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({ sellers: Type.Array(FoundSeller), nextCursor: Type.Union([Type.String(), Type.Null()]) }),
    },
  },
  problems: ['not_signed_in', 'second_factor_due'],
});

const viewParams = Type.Object({ supportViewId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

/** Starts a support view of a seller with a test account. The same `startKey` starts one view, once. */
export const startSupportView = endpoint({
  operationId: 'startSupportView',
  method: 'POST',
  url: '/api/support/views',
  access: 'staff',
  schema: {
    summary: "Look at a seller's pages as the seller sees them, without being able to change anything",
    tags: ['support'],
    body: Type.Object(
      {
        sellerId: Type.String({ format: 'uuid' }),
        reason: Type.String({ minLength: 10, maxLength: 500, description: 'Why; the seller reads it.' }),
        ticket: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        startKey: Type.String({ format: 'uuid' }),
      },
      { additionalProperties: false },
    ),
    response: { 201: SupportView },
  },
  problems: [
    'not_signed_in',
    'second_factor_due',
    'second_factor_stale',
    'not_found',
    'test_accounts_only',
    'support_declined',
    'support_view_running',
    'support_view_started',
    'support_switched_off',
  ],
});

/** Returns the support view that runs, if one does, and what ended the last one. Asking does not prolong it. */
export const getSupportView = endpoint({
  operationId: 'getSupportView',
  method: 'GET',
  url: '/api/support/views/current',
  access: 'staff',
  schema: {
    summary: 'Return the support view that runs',
    tags: ['support'],
    response: {
      200: Type.Object({
        supportView: Type.Union([SupportView, Type.Null()]),
        /** Null while one runs, and for who has never looked. */
        lastEndedBy: Type.Union([EndedBy, Type.Null()]),
      }),
    },
  },
  problems: ['not_signed_in', 'second_factor_due'],
});

/** Ends the support view that runs: the next request in it is refused, on every instance. */
export const stopSupportView = endpoint({
  operationId: 'stopSupportView',
  method: 'DELETE',
  url: '/api/support/views/current',
  access: 'staff',
  schema: { summary: 'End the support view that runs', tags: ['support'], response: { 204: Type.Null() } },
  problems: ['not_signed_in', 'second_factor_due'],
});

/** Lists the support views that run, whoever's. */
export const listRunningSupportViews = endpoint({
  operationId: 'listRunningSupportViews',
  method: 'GET',
  url: '/api/support/views',
  access: 'staff',
  schema: {
    summary: 'List the support views that run',
    tags: ['support'],
    response: { 200: Type.Object({ supportViews: Type.Array(SupportView) }) },
  },
  problems: ['not_signed_in', 'second_factor_due'],
});

/** Ends a support view of a colleague; for admins. */
export const endRunningSupportView = endpoint({
  operationId: 'endRunningSupportView',
  method: 'POST',
  url: '/api/support/views/:supportViewId/end',
  access: 'staff',
  schema: {
    summary: 'End a support view of a colleague',
    tags: ['support'],
    params: viewParams,
    body: Type.Object({}, { additionalProperties: false }),
    response: { 204: Type.Null() },
  },
  problems: ['not_signed_in', 'second_factor_due', 'admins_only', 'not_found'],
});

/** Opens the seller's dashboard in a support view: who the seller is, and an Account Session that can change nothing. */
export const createSupportAccountSession = endpoint({
  operationId: 'createSupportAccountSession',
  method: 'POST',
  url: '/api/support/account-sessions',
  access: 'support_view',
  schema: {
    summary: 'Create an Account Session that can change nothing, and say who the seller is',
    tags: ['support'],
    body: Type.Object({}, { additionalProperties: false }),
    response: {
      201: Type.Object({ seller: Seller, accountSession: Type.Union([AccountSession, Type.Null()]) }),
    },
  },
  problems: [
    'not_signed_in',
    'second_factor_due',
    'support_view_over',
    'stripe_refused',
    'stripe_unavailable',
    'test_mode_off',
  ],
});

/** A support view as the seller sees it afterwards, or while it runs. */
export const PastSupportView = Type.Object({
  supportViewId: Type.String({ format: 'uuid' }),
  staffName: Type.String(),
  reason: Type.String(),
  ticket: Type.Union([Type.String(), Type.Null()]),
  startedAt: Moment,
  /** Null while it runs. */
  endedAt: Type.Union([Moment, Type.Null()]),
  endedBy: Type.Union([EndedBy, Type.Null()]),
  /** What was asked for in it, by the operation, with how often. */
  lookedAt: Type.Array(Type.Object({ operation: Type.String(), times: Type.Integer() })),
});
export type PastSupportView = Type.Static<typeof PastSupportView>;

/** Lists who of the platform looked at the seller's pages, newest first, twenty a page, and says whether they may. */
export const listSupportViews = endpoint({
  operationId: 'listSupportViews',
  method: 'GET',
  url: '/api/support-views',
  access: 'seller',
  support: 'never',
  schema: {
    summary: "List who of the platform looked at the seller's pages, newest first",
    tags: ['support'],
    querystring: Type.Object(
      { after: Type.Optional(Type.String({ maxLength: 500, description: '`nextCursor` of the page before.' })) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        isAllowed: Type.Boolean(),
        supportViews: Type.Array(PastSupportView),
        nextCursor: Type.Union([Type.String(), Type.Null()]),
      }),
    },
  },
  problems: ['not_signed_in'],
});

/** Ends a support view of the seller's pages at once. */
export const endSupportView = endpoint({
  operationId: 'endSupportView',
  method: 'POST',
  url: '/api/support-views/:supportViewId/end',
  access: 'seller',
  support: 'never',
  schema: {
    summary: "End a support view of the seller's pages",
    tags: ['support'],
    params: viewParams,
    body: Type.Object({}, { additionalProperties: false }),
    response: { 204: Type.Null() },
  },
  problems: ['not_signed_in', 'not_found'],
});

/** Says whether support may look at the seller's pages. Where they may not, a view that runs is over at once. */
export const allowSupportViews = endpoint({
  operationId: 'allowSupportViews',
  method: 'POST',
  url: '/api/support-views/consent',
  access: 'seller',
  support: 'never',
  schema: {
    summary: "Say whether support may look at the seller's pages",
    tags: ['support'],
    body: Type.Object({ isAllowed: Type.Boolean() }, { additionalProperties: false }),
    response: { 204: Type.Null() },
  },
  problems: ['not_signed_in'],
});
