import * as Type from 'typebox';

/**
 * Every problem the server answers, as data: a stable code, its HTTP status and a title. The code is the contract;
 * titles and details are for people and may change.
 */
export const problems = {
  validation_failed: { status: 400, title: 'Some of what was sent cannot be used' },
  not_signed_in: { status: 401, title: 'You are signed out' },
  wrong_credentials: { status: 401, title: 'This e-mail and password do not match' },
  wrong_code: { status: 401, title: 'This code is not right, or was used already' },
  support_view_over: { status: 401, title: 'This support view is over' },
  cross_site_refused: { status: 403, title: 'This request did not come from our own pages' },
  second_factor_due: { status: 403, title: 'Your second factor is needed' },
  second_factor_stale: { status: 403, title: 'Prove your second factor again' },
  support_read_only: { status: 403, title: 'Support can look, and change nothing' },
  support_declined: { status: 403, title: 'This seller lets nobody look' },
  admins_only: { status: 403, title: 'Only admins can do this' },
  test_accounts_only: { status: 403, title: 'Only test accounts can be looked at' },
  support_switched_off: { status: 403, title: 'Support views are switched off' },
  not_found: { status: 404, title: 'There is nothing here' },
  email_taken: { status: 409, title: 'This e-mail already has an account' },
  account_missing: { status: 409, title: 'Payments are not set up yet' },
  onboarding_incomplete: { status: 409, title: 'Stripe still needs something before you can take payments' },
  idempotency_mismatch: { status: 409, title: 'This was already sent with other details' },
  charge_not_cancelable: { status: 409, title: 'This charge can no longer be cancelled' },
  no_express_dashboard: { status: 409, title: 'This account opens its Stripe Dashboard directly' },
  set_up_link_over: { status: 410, title: 'This link was used already, or is too old' },
  sign_up_over: { status: 410, title: 'This took too long, or was finished already' },
  support_view_running: { status: 409, title: 'You are looking at a seller already' },
  support_view_started: { status: 409, title: 'This was started already' },
  payload_too_large: { status: 413, title: 'Too much was sent' },
  unsupported_media_type: { status: 415, title: 'Only JSON is understood' },
  amount_refused: { status: 422, title: 'This amount cannot be charged' },
  too_many_attempts: { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'This is our mistake' },
  stripe_refused: { status: 502, title: 'Stripe did not accept this' },
  stripe_unavailable: { status: 503, title: 'Stripe cannot be reached' },
  test_mode_off: { status: 503, title: 'Test accounts are switched off at the moment' },
  unavailable: { status: 503, title: 'We cannot do this right now' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

/** The stable code of a problem. */
export type ProblemCode = keyof typeof problems;

/** Problems that any endpoint may answer. */
export const commonProblems = [
  'validation_failed',
  'cross_site_refused',
  'support_read_only',
  'support_view_over',
  'payload_too_large',
  'unsupported_media_type',
  'internal',
  'unavailable',
] as const satisfies readonly ProblemCode[];

/** Says whether a string is one of our problem codes. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/**
 * A problem on the wire: `application/problem+json`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const ProblemBody = Type.Object({
  type: Type.String({ description: 'A URI reference that names the kind of problem: `/problems#<code>`.' }),
  code: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String({ description: 'What happened this time, for a person.' })),
  requestId: Type.String({ description: 'Names this request in our logs; tell it to whoever helps you.' }),
  fields: Type.Optional(
    Type.Array(
      Type.Object({
        field: Type.String({ description: 'The name of the field, as sent.' }),
        message: Type.String({ description: 'What is wrong with it and what would be right.' }),
      }),
    ),
  ),
  retryAfterSeconds: Type.Optional(Type.Integer()),
});

export type ProblemBody = Type.Static<typeof ProblemBody>;
