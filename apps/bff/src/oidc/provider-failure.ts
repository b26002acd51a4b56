import type { OidcRefusal } from '@sellerdesk/contract';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { OidcRefused } from './oidc-refused.ts';

/** What the library says when there was no answer, or none of an identity provider. */
const outages = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** Returns what to tell somebody whose way back from the provider ended in an error. */
export function refusalFrom(error: unknown): OidcRefusal {
  if (error instanceof OidcRefused) return error.refusal;
  if (error instanceof AuthorizationResponseError) {
    const isDown = error.error === 'server_error' || error.error === 'temporarily_unavailable';
    return isDown ? 'provider_unavailable' : 'provider_declined';
  }
  // A code that was used, or is too old; everything else, such as a wrong secret, is not for whoever signs in to mend.
  if (error instanceof ResponseBodyError)
    return error.error === 'invalid_grant' ? 'sign_in_over' : 'provider_unavailable';
  // What `fetch` throws when nobody answers.
  if (error instanceof TypeError && error.message === 'fetch failed') return 'provider_unavailable';
  if (error instanceof ClientError)
    return outages.has(error.code ?? '') ? 'provider_unavailable' : 'provider_answer_refused';
  return 'provider_answer_refused';
}

/** Returns an error for the log: its words and codes, and none of what the provider sent, which may be a token. */
export function loggedFailure(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code: unknown = 'code' in error ? error.code : undefined;
  const said: unknown = 'error' in error ? error.error : undefined;
  return {
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof said === 'string' && { said }),
    ...(error.cause instanceof Error && { cause: loggedFailure(error.cause) }),
  };
}
