import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ClientAuthMethod, type Configuration, Provider } from 'oidc-provider';

type Claims = Readonly<Record<string, unknown>>;

/** An identity provider on this machine: a certified implementation of OpenID Connect, and how it may go wrong. */
export interface TestIdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it says of each subject; whoever is not here cannot sign in. */
  readonly people: Map<string, Claims>;
  /** Does what a browser does with an address of the provider, signing in as a subject or cancelling; returns our address. */
  visit(url: string, as: string | undefined): Promise<string>;
  /** From now on changes what stands in its ID tokens before they are signed; with whose key, when not with its own. */
  forge(change: ((claims: Claims) => Claims) | undefined, key?: KeyObject): void;
  /** How often its token endpoint was asked. */
  readonly tokenRequests: () => number;
  /** From now on answers everything with a server error, or as it should again. */
  fail(isFailing: boolean): void;
  close(): Promise<void>;
}

const clientId = 'sellerdesk';
const clientSecret = 'the-secret-of-a-client-in-tests';
const pages = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } as const;

/** Starts one that lets people come back to these addresses. */
export async function startIdentityProvider(
  redirectUris: readonly string[],
  { clientAuth = 'client_secret_basic' }: { readonly clientAuth?: ClientAuthMethod } = {},
): Promise<TestIdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const people = new Map<string, Claims>();
  const ownKey = newSigningKey();
  const wrong: { change?: ((claims: Claims) => Claims) | undefined; key: KeyObject; isFailing: boolean } = {
    key: ownKey,
    isFailing: false,
  };
  let tokenRequests = 0;
  const provider = new Provider(issuer, {
    ...configuration,
    clientAuthMethods: [clientAuth],
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: clientAuth,
      },
    ],
    jwks: { keys: [{ ...ownKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] },
    findAccount: (_, accountId) =>
      people.has(accountId)
        ? { accountId, claims: async () => ({ ...people.get(accountId), sub: accountId }) }
        : undefined,
  });
  provider.use(async (context, next) => {
    await next();
    if (context.path !== '/token') return;
    tokenRequests += 1;
    const body: unknown = context.body;
    if (wrong.change === undefined || !hasIdToken(body)) return;
    body.id_token = signed(wrong.change(claimsIn(body.id_token)), wrong.key);
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (wrong.isFailing) response.writeHead(503).end();
    else if (request.url?.startsWith('/interaction/') === true) void interact(provider, request, response);
    else void answer(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    visit,
    forge: (change, key = ownKey) => Object.assign(wrong, { change, key }),
    tokenRequests: () => tokenRequests,
    fail: (isFailing) => Object.assign(wrong, { isFailing }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Returns a key that signs ID tokens. */
export function newSigningKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

const configuration: Configuration = {
  cookies: { keys: ['a key for the cookies of a provider in tests'] },
  claims: { email: ['email', 'email_verified'], profile: ['name', 'business_name', 'country'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 60, IdToken: 600, AuthorizationCode: 60 },
  // Whoever signs in agrees: the platform's people use the platform's own provider.
  loadExistingGrant: async ({ oidc: { provider, client, session } }) => {
    const grant = new provider.Grant({
      ...(client !== undefined && { clientId: client.clientId }),
      ...(session?.accountId !== undefined && { accountId: session.accountId }),
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
};

/** The provider's own sign-in page: whose name is typed is signed in. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const subject = new URLSearchParams(await text(request)).get('subject');
    const result =
      subject === null || subject === ''
        ? { error: 'access_denied', error_description: 'cancelled at the provider' }
        : { login: { accountId: subject } };
    await provider.interactionFinished(request, response, result);
    return;
  }
  response.writeHead(200, pages).end(`<!doctype html><html lang="en"><title>Identity provider</title>
<main><h1>Identity provider</h1><form method="post"><label>Subject <input name="subject"></label>
<button>Sign in</button></form><form method="post"><button>Cancel</button></form></main></html>`);
}

async function visit(url: string, as: string | undefined): Promise<string> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(url);
  let next = new URL(url);
  let body: URLSearchParams | undefined;
  for (let hops = 0; hops < 10 && next.origin === origin; hops += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(next, {
      redirect: 'manual',
      headers: { cookie },
      ...(body !== undefined && { method: 'POST', body }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    body = location === null ? new URLSearchParams({ subject: as ?? '' }) : undefined;
    if (location !== null) next = new URL(location, next);
  }
  if (next.origin === origin) throw new Error(`The provider does not lead back from ${next.pathname}`);
  return next.href;
}

function portOf(server: Server): number {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP.
  return (server.address() as AddressInfo).port;
}

function hasIdToken(body: unknown): body is { id_token: string } {
  return typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string';
}

function claimsIn(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function signed(claims: Claims, key: KeyObject): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'own' }, claims];
  const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}
