import * as Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Email, Moment } from './fields.ts';

/** What somebody of the platform may do: look, or besides end what colleagues do. */
export const StaffRole = Type.Enum(['support', 'admin']);
export type StaffRole = Type.Static<typeof StaffRole>;

/** Somebody of the platform who is signed in with both factors. */
export const Staff = Type.Object({
  staffId: Type.String({ format: 'uuid' }),
  email: Type.String(),
  name: Type.String(),
  role: StaffRole,
  /** When they last proved their second factor; what is delicate wants it to be of the last five minutes. */
  secondFactorAt: Moment,
  /** When they have to sign in again, whatever they do. */
  expiresAt: Moment,
});
export type Staff = Type.Static<typeof Staff>;

const SetUpToken = Type.String({
  pattern: String.raw`^[\w-]{43}$`,
  description: 'The part of the link behind the `#`.',
});
const Code = Type.String({
  minLength: 6,
  maxLength: 20,
  description: 'Six digits of the authenticator app, or one of the recovery codes.',
});

/** Signs somebody of the platform in by half: they owe the second factor then. */
export const signInStaff = endpoint({
  operationId: 'signInStaff',
  method: 'POST',
  url: '/api/staff/sessions',
  access: 'anyone',
  schema: {
    summary: 'Sign staff in with a password; the second factor is due then',
    tags: ['staff'],
    body: Type.Object(
      { email: Email, password: Type.String({ minLength: 1, maxLength: 128 }) },
      { additionalProperties: false },
    ),
    response: { 204: Type.Null() },
  },
  problems: ['wrong_credentials', 'too_many_attempts'],
});

/** Proves the second factor: after the password, and again before what is delicate. Each code opens once. */
export const proveSecondFactor = endpoint({
  operationId: 'proveSecondFactor',
  method: 'POST',
  url: '/api/staff/second-factor',
  access: 'staff_pending',
  schema: {
    summary: 'Prove the second factor',
    tags: ['staff'],
    body: Type.Object({ code: Code }, { additionalProperties: false }),
    response: { 201: Staff },
  },
  problems: ['not_signed_in', 'wrong_code', 'too_many_attempts'],
});

/** Returns who of the platform is signed in. */
export const getStaff = endpoint({
  operationId: 'getStaff',
  method: 'GET',
  url: '/api/staff',
  access: 'staff',
  schema: { summary: 'Return which staff is signed in', tags: ['staff'], response: { 200: Staff } },
  problems: ['not_signed_in', 'second_factor_due'],
});

/** Signs staff out: the session, and a support view that stands in it, are dead on the next request, on every instance. */
export const signOutStaff = endpoint({
  operationId: 'signOutStaff',
  method: 'DELETE',
  url: '/api/staff/sessions/current',
  access: 'staff_pending',
  schema: { summary: 'Sign staff out', tags: ['staff'], response: { 204: Type.Null() } },
  problems: ['not_signed_in'],
});

/** What somebody needs who opens their set-up link. */
export const StaffSetUp = Type.Object({
  email: Type.String(),
  name: Type.String(),
  /** What an authenticator app reads, as text for a QR code. */
  otpauthUrl: Type.String(),
  /** The secret in it, in base 32, for typing. */
  secret: Type.String(),
});
export type StaffSetUp = Type.Static<typeof StaffSetUp>;

/** Opens a set-up link, which stays good until it is used or over. */
export const openStaffSetUp = endpoint({
  operationId: 'openStaffSetUp',
  method: 'POST',
  url: '/api/staff/set-ups/open',
  access: 'anyone',
  schema: {
    summary: 'Open a set-up link',
    tags: ['staff'],
    body: Type.Object({ token: SetUpToken }, { additionalProperties: false }),
    response: { 200: StaffSetUp },
  },
  problems: ['set_up_link_over'],
});

/** Sets password and second factor, and uses the link up. The recovery codes are shown this once. */
export const finishStaffSetUp = endpoint({
  operationId: 'finishStaffSetUp',
  method: 'POST',
  url: '/api/staff/set-ups/finish',
  access: 'anyone',
  schema: {
    summary: 'Set password and second factor with a set-up link',
    tags: ['staff'],
    body: Type.Object(
      {
        token: SetUpToken,
        password: Type.String({ minLength: 12, maxLength: 128, description: '12 to 128 characters, any of them.' }),
        code: Type.String({ pattern: String.raw`^\d{6}$`, description: 'Six digits of the authenticator app.' }),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ recoveryCodes: Type.Array(Type.String()) }) },
  },
  problems: ['set_up_link_over', 'wrong_code', 'too_many_attempts'],
});
