/** Whose sign-in it is: each side has an identity provider of its own, or none. */
export type OidcSide = 'staff' | 'sellers';

/**
 * Where a browser begins to sign in at the platform's identity provider, and below which it comes back (`/callback`). These
 * are navigations, not calls: the answer is always another address. Sellers may say in `next` where they were going.
 */
export const oidcPaths = { staff: '/auth/staff', sellers: '/auth/sellers' } as const satisfies Record<OidcSide, string>;

/** Why somebody who came back from the identity provider was not let in; stands in the sign-in page's query as `refused`. */
export type OidcRefusal =
  /** The provider let them go without saying who they are: they cancelled, or may not use this. */
  | 'provider_declined'
  /** The provider cannot be reached, or does not answer as one. */
  | 'provider_unavailable'
  /** What the provider said does not hold: a wrong signature, issuer or nonce, or clocks that differ. */
  | 'provider_answer_refused'
  /** Begun in another browser, too long ago, or used already. */
  | 'sign_in_over'
  | 'too_many_attempts'
  | 'internal'
  | 'unavailable'
  /** Nobody of the staff, or somebody who was disabled. */
  | 'not_staff'
  /** The provider does not say that their address is theirs; staff are known by it the first time. */
  | 'email_not_verified'
  /** Somebody of the staff has this address and is another subject at the provider. */
  | 'identity_changed'
  /** Their set-up link was not used yet, so there is no second factor. */
  | 'set_up_due'
  /** The provider does not say an address, or none that is one. */
  | 'email_missing'
  /** A seller has an account with this address already; the two are never joined by it. */
  | 'email_taken';
