import * as Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Moment } from './fields.ts';
import { Seller } from './sellers.ts';

/** What the embedded components on a page need; the secret goes to connect.js and nowhere else. */
export const AccountSession = Type.Object({
  clientSecret: Type.String(),
  expiresAt: Moment,
  publishableKey: Type.String(),
  /** Instances are keyed by account and kind; another kind of session must not reuse one. */
  kind: Type.Enum(['seller', 'support']),
  components: Type.Array(Type.String(), { description: 'The components this session may show.' }),
});
export type AccountSession = Type.Static<typeof AccountSession>;

/**
 * Opens the dashboard: who is signed in, and a new Account Session where the account can show components. One call
 * before a component mounts; called again whenever connect.js needs a fresh secret.
 */
export const createAccountSession = endpoint({
  operationId: 'createAccountSession',
  method: 'POST',
  url: '/api/account-sessions',
  access: 'seller',
  support: 'never',
  schema: {
    summary: 'Create an Account Session for the embedded components, and say who is signed in',
    tags: ['account sessions'],
    body: Type.Object({}, { additionalProperties: false }),
    response: {
      201: Type.Object({
        seller: Seller,
        /** Null until the seller has a connected account that has something to show. */
        accountSession: Type.Union([AccountSession, Type.Null()]),
      }),
    },
  },
  problems: ['not_signed_in', 'stripe_refused', 'stripe_unavailable', 'test_mode_off'],
});
