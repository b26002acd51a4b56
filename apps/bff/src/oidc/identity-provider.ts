import * as openid from 'openid-client';
import type { OidcClient } from '../config.ts';
import { isText } from '../http/index.ts';
import { refusalFrom } from './provider-failure.ts';
import { OidcRefused } from './oidc-refused.ts';

/** Who somebody is, as the provider says. Issuer and subject together name them for ever; everything else may change. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** What else the provider says about them, by the names of OpenID Connect. Nothing here was checked but its origin. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What proves, on the way back, that the answer is to this question. Each is 256 random bits, used once. */
export interface Proofs {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** An identity provider. Nothing is asked of it before somebody signs in, so its outage stops nobody from starting us. */
export interface IdentityProvider {
  /**
   * Returns where a browser signs in, and what to keep until it is back.
   *
   * @throws {OidcRefused} `provider_unavailable`
   */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly proofs: Proofs }>;
  /**
   * Returns who came back to an address of ours, the redirect address with the provider's answer in its query.
   *
   * @throws {OidcRefused} `provider_declined`, `provider_unavailable`, `provider_answer_refused`, `sign_in_over`
   */
  finish(answer: URL, proofs: Proofs): Promise<Identity>;
}

/**
 * Returns the provider behind an issuer. The deadline is for each of at most four requests in turn: nobody waits longer for us
 * than 25 seconds.
 */
export function createIdentityProvider(client: OidcClient, { timeoutSeconds = 6 } = {}): IdentityProvider {
  let discovered: Promise<openid.Configuration> | undefined;
  const configuration = (): Promise<openid.Configuration> => {
    discovered ??= discover(client, timeoutSeconds).catch((error: unknown) => {
      // The next one who signs in asks again.
      discovered = undefined;
      throw new OidcRefused('provider_unavailable', { cause: error });
    });
    return discovered;
  };
  return {
    begin: async (redirectUri) => begin(await configuration(), redirectUri),
    finish: async (answer, proofs) => {
      const known = await configuration();
      try {
        return await finish(known, answer, proofs);
      } catch (error) {
        throw new OidcRefused(refusalFrom(error), { cause: error });
      }
    },
  };
}

async function discover(
  { issuer, clientId, clientSecret }: OidcClient,
  timeoutSeconds: number,
): Promise<openid.Configuration> {
  const execute = isPlainHttpHere(issuer)
    ? [openid.enableNonRepudiationChecks, openid.allowInsecureRequests]
    : // The library leaves out the signature where TLS has shown who answers. That is a proxy or two in some networks.
      [openid.enableNonRepudiationChecks];
  const found = await openid.discovery(new URL(issuer), clientId, undefined, asTheProviderLikes(clientSecret), {
    timeout: timeoutSeconds,
    execute,
  });
  // For some well-known providers of many tenants the library takes any tenant's word; we were told of one.
  const { issuer: named } = found.serverMetadata();
  if (withoutSlash(named) !== withoutSlash(issuer)) throw new Error(`The issuer calls itself ${named}`);
  return found;
}

/** Only what the configuration lets through: plain http never leaves this machine. */
function isPlainHttpHere(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** In the header, which is the standard's default, unless the provider says that it reads the body alone. */
function asTheProviderLikes(secret: string): openid.ClientAuth {
  const [inHeader, inBody] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, ...request) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? inHeader : inBody)(server, ...request);
  };
}

async function begin(
  configuration: openid.Configuration,
  redirectUri: string,
): Promise<{ readonly url: URL; readonly proofs: Proofs }> {
  const proofs = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    codeVerifier: openid.randomPKCECodeVerifier(),
  };
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: proofs.state,
    nonce: proofs.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(proofs.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { url, proofs };
}

async function finish(configuration: openid.Configuration, answer: URL, proofs: Proofs): Promise<Identity> {
  const tokens = await openid.authorizationCodeGrant(configuration, answer, {
    expectedState: proofs.state,
    expectedNonce: proofs.nonce,
    pkceCodeVerifier: proofs.codeVerifier,
    idTokenExpected: true,
  });
  const said = tokens.claims();
  if (said === undefined || !isSubject(said.sub)) throw new OidcRefused('provider_answer_refused');
  // Some say in the token only who it is, and the rest when asked for it.
  const { userinfo_endpoint: more } = configuration.serverMetadata();
  const asked =
    said['email'] === undefined && more !== undefined
      ? await openid.fetchUserInfo(configuration, tokens.access_token, said.sub)
      : {};
  return { issuer: said.iss, subject: said.sub, claims: { ...asked, ...said } };
}

/** Up to 255 characters, as the standard has it. */
function isSubject(text: string): boolean {
  return text.length > 0 && text.length <= 255 && isText(text);
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/u, '');
}
