import type { OidcRefusal } from '@sellerdesk/contract';

/** Somebody who came back from the identity provider is not let in. What led to it goes to the log alone. */
export class OidcRefused extends Error {
  override readonly name = 'OidcRefused';
  readonly refusal: OidcRefusal;

  constructor(refusal: OidcRefusal, options?: { readonly cause: unknown }) {
    super(refusal, options);
    this.refusal = refusal;
  }
}
