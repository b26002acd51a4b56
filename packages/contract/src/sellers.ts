import * as Type from 'typebox';
import { Account } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { CountryCode, Email } from './fields.ts';

const Password = Type.String({ minLength: 8, maxLength: 128, description: '8 to 128 characters, any of them.' });

/** The platform whose pages these are, from configuration. */
export const Platform = Type.Object({
  name: Type.String(),
  accentColor: Type.String({ description: 'A CSS colour.' }),
  fee: Type.Object({
    basisPoints: Type.Integer(),
    // By currency. Not `Type.Record`: it alone would bring 11 KiB of TypeBox into the browser.
    minimumMinor: Type.Unsafe<Record<string, number>>({ type: 'object', additionalProperties: Type.Integer() }),
  }),
});
export type Platform = Type.Static<typeof Platform>;

/** Who is signed in, with their account and the platform they are on. */
export const Seller = Type.Object({
  sellerId: Type.String(),
  email: Type.String(),
  businessName: Type.String(),
  country: CountryCode,
  mode: Type.Enum(['test', 'live']),
  account: Type.Union([Account, Type.Null()]),
  platform: Platform,
});
export type Seller = Type.Static<typeof Seller>;

/** Signs a seller up and in. */
export const signUp = endpoint({
  operationId: 'signUp',
  method: 'POST',
  url: '/api/sellers',
  access: 'anyone',
  schema: {
    summary: 'Sign a seller up and in',
    tags: ['sign-in'],
    body: Type.Object(
      {
        email: Email,
        password: Password,
        businessName: Type.String({ minLength: 1, maxLength: 100 }),
        country: CountryCode,
      },
      { additionalProperties: false },
    ),
    response: { 201: Seller },
  },
  problems: ['email_taken', 'too_many_attempts'],
});

/** What the platform's identity provider says of somebody new, who has yet to say the rest here. */
export const Newcomer = Type.Object({
  email: Type.String(),
  businessName: Type.Union([Type.String(), Type.Null()]),
  country: Type.Union([CountryCode, Type.Null()]),
});
export type Newcomer = Type.Static<typeof Newcomer>;

/** Returns what is known of whoever came from the identity provider and has one more step to take. */
export const getNewcomer = endpoint({
  operationId: 'getNewcomer',
  method: 'GET',
  url: '/api/newcomer',
  access: 'anyone',
  schema: {
    summary: 'Return what the identity provider says of somebody new',
    tags: ['sign-in'],
    response: { 200: Newcomer },
  },
  problems: ['not_found', 'sign_up_over'],
});

/** Signs whoever came from the identity provider up and in; they have no password here. */
export const finishSignUp = endpoint({
  operationId: 'finishSignUp',
  method: 'POST',
  url: '/api/newcomer',
  access: 'anyone',
  schema: {
    summary: 'Sign somebody new up and in who came from the identity provider',
    tags: ['sign-in'],
    body: Type.Object(
      { businessName: Type.String({ minLength: 1, maxLength: 100 }), country: CountryCode },
      { additionalProperties: false },
    ),
    response: { 201: Seller },
  },
  problems: ['not_found', 'sign_up_over', 'email_taken'],
});

/** Signs a seller in. */
export const signIn = endpoint({
  operationId: 'signIn',
  method: 'POST',
  url: '/api/sessions',
  access: 'anyone',
  schema: {
    summary: 'Sign a seller in',
    tags: ['sign-in'],
    body: Type.Object(
      { email: Email, password: Type.String({ minLength: 1, maxLength: 128 }) },
      { additionalProperties: false },
    ),
    response: { 201: Seller },
  },
  problems: ['wrong_credentials', 'too_many_attempts'],
});

/** Signs out: the session is dead on the next request, on every instance. */
export const signOut = endpoint({
  operationId: 'signOut',
  method: 'DELETE',
  url: '/api/sessions/current',
  access: 'seller',
  support: 'never',
  schema: { summary: 'Sign out', tags: ['sign-in'], response: { 204: Type.Null() } },
  problems: ['not_signed_in'],
});

/** Returns who is signed in. */
export const getSeller = endpoint({
  operationId: 'getSeller',
  method: 'GET',
  url: '/api/seller',
  access: 'seller',
  support: 'read',
  schema: { summary: 'Return who is signed in', tags: ['sign-in'], response: { 200: Seller } },
  problems: ['not_signed_in'],
});

/** Returns what the pages before sign-in need. */
export const getPlatform = endpoint({
  operationId: 'getPlatform',
  method: 'GET',
  url: '/api/platform',
  access: 'anyone',
  schema: { summary: 'Return the platform these pages belong to', tags: ['sign-in'], response: { 200: Platform } },
  problems: [],
});
