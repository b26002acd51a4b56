declare const accountIdBrand: unique symbol;

/** Stripe's id of a connected account, as our database or Stripe gave it: never one that came with a request. */
export type StripeAccountId = string & { readonly [accountIdBrand]: never };

/**
 * Returns the id as one that may be acted for.
 *
 * @throws {TypeError} when it is no account id: an empty one would act on the platform itself.
 */
export function stripeAccountId(id: string): StripeAccountId {
  if (!isAccountId(id)) throw new TypeError('not the id of a connected account');
  return id;
}

function isAccountId(id: string): id is StripeAccountId {
  return /^acct_\w{4,}$/u.test(id);
}
