import { type OidcSide, oidcPaths, type OidcRefusal, ownPathFrom } from '@sellerdesk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config, OidcClient } from '../config.ts';
import type { Database } from '../database/index.ts';
import { Problem } from '../http/index.ts';
import { countAttempt, createToken, hashOf, isToken, limitsOfRoundTrips } from '../identity/index.ts';
import { createIdentityProvider, type Identity, type IdentityProvider } from './identity-provider.ts';
import { OidcRefused } from './oidc-refused.ts';
import { loggedFailure } from './provider-failure.ts';
import { insertRoundTrip, type RoundTrip, takeRoundTrip } from './round-trip-store.ts';

interface OidcParts {
  readonly config: Config;
  readonly database: Database;
  readonly now: () => Date;
}

/** Somebody who is back from the identity provider, and is who they say. */
export interface Arrival {
  readonly identity: Identity;
  /** A path of ours: where they were going. */
  readonly returnPath: string;
  /** The hash of the session's token that the browser had before, which is over once another begins. */
  readonly sessionBefore: Buffer | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What differs between the two sides. */
interface OidcSignIn {
  readonly side: OidcSide;
  readonly client: OidcClient;
  /** The page that says why somebody was not let in. */
  readonly signInPage: string;
  /** Returns the token of the session that a browser has on this side. */
  readonly sessionToken: (request: FastifyRequest) => string | undefined;
  /**
   * Lets somebody in, or does not, and returns the path of ours they go on to.
   *
   * @throws {OidcRefused}
   */
  readonly enter: (arrival: Arrival) => Promise<string>;
}

/** As long as somebody may take to sign in at the provider. */
const roundTripMs = 10 * 60_000;

/**
 * Registers leaving for the identity provider and coming back from it. Both are navigations, so both always answer with
 * another address, whatever happens. They are no endpoints of the contract, and open to anyone: who it is comes out there.
 */
export function serveOidc(app: FastifyInstance, parts: OidcParts, signIn: OidcSignIn): void {
  const provider = createIdentityProvider(signIn.client);
  const path = oidcPaths[signIn.side];
  // Not for HEAD, which would use up what it is asked about.
  const options = { exposeHeadRoute: false, schema: { hide: true } } as const;
  const serve = (url: string, go: (navigation: Navigation) => Promise<string>): void => {
    app.get(url, options, async (request, reply) => {
      const navigation = { parts, signIn, provider, request, reply };
      const to = await pathOrRefusal(navigation, '/', () => go(navigation));
      return reply.code(303).header('location', to).send();
    });
  };
  serve(path, leave);
  serve(`${path}/callback`, comeBack);
}

interface Navigation {
  readonly parts: OidcParts;
  readonly signIn: OidcSignIn;
  readonly provider: IdentityProvider;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function leave(navigation: Navigation): Promise<string> {
  const { parts, signIn, provider, request, reply } = navigation;
  const { database, now, config } = parts;
  // Nobody signs somebody else's visitor in: what leaves comes from our own page, or was typed.
  if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'])) return signIn.signInPage;
  const returnPath = ownPathFrom(queryOf(request).get('next'));
  return pathOrRefusal(navigation, returnPath, async () => {
    await database.asSystem((sql) => countAttempt(sql, limitsOfRoundTrips(request.ip), now()));
    const { url, proofs } = await provider.begin(callbackAddress(config, signIn.side).href);
    const browserToken = browserTokenIn(signIn.side, request) ?? createToken();
    const sessionToken = signIn.sessionToken(request);
    const sessionBefore = sessionToken === undefined ? null : hashOf(sessionToken);
    const expiresAt = new Date(now().getTime() + roundTripMs);
    await database.asSystem((sql) =>
      insertRoundTrip(sql, { side: signIn.side, browserToken, proofs, returnPath, sessionBefore, expiresAt }),
    );
    reply.setCookie(cookieOf(signIn.side), browserToken, { ...guarded, maxAge: roundTripMs / 1000 });
    return url.href;
  });
}

async function comeBack(navigation: Navigation): Promise<string> {
  const { parts, signIn, provider, request, reply } = navigation;
  const query = queryOf(request);
  const { proofs, returnPath, sessionBefore } = await roundTripOf(navigation, query.get('state'));
  return pathOrRefusal(navigation, returnPath, async () => {
    const answer = callbackAddress(parts.config, signIn.side);
    answer.search = query.toString();
    const identity = await provider.finish(answer, proofs);
    const to = await signIn.enter({ identity, returnPath, sessionBefore, request, reply });
    reply.clearCookie(cookieOf(signIn.side), guarded);
    return to;
  });
}

/** A state that another browser left with opens nothing here: nobody is signed in as somebody else unawares. */
async function roundTripOf({ parts, signIn, request }: Navigation, state: string | null): Promise<RoundTrip> {
  const { database, now } = parts;
  const { side } = signIn;
  const browserToken = browserTokenIn(side, request);
  if (browserToken === undefined || state === null) throw new OidcRefused('sign_in_over');
  const trip = await database.asSystem((sql) => takeRoundTrip(sql, { side, browserToken, state, now: now() }));
  if (trip === undefined) throw new OidcRefused('sign_in_over');
  return trip;
}

/** Says on the sign-in page what went wrong, which keeps where somebody was going, and in the log what led to it. */
async function pathOrRefusal(
  { signIn: { side, signInPage }, request }: Navigation,
  returnPath: string,
  go: () => Promise<string>,
): Promise<string> {
  try {
    return await go();
  } catch (error) {
    const refused = refusedOf(error);
    const isOurs = refused === 'internal' || refused === 'unavailable' || refused === 'provider_unavailable';
    const details = refused === 'internal' ? { err: error } : { failure: loggedFailure(error) };
    request.log[isOurs ? 'error' : 'warn']({ side, refused, ...details }, 'not signed in at the identity provider');
    const query = { refused, request: request.id, ...(returnPath !== '/' && { next: returnPath }) };
    return `${signInPage}?${new URLSearchParams(query).toString()}`;
  }
}

function refusedOf(error: unknown): OidcRefusal {
  if (error instanceof OidcRefused) return error.refusal;
  const isKnown = error instanceof Problem && (error.code === 'too_many_attempts' || error.code === 'unavailable');
  return isKnown ? error.code : 'internal';
}

/** From configuration: what a request says about where it was sent is anybody's word. */
function callbackAddress({ http }: Config, side: OidcSide): URL {
  return new URL(`${oidcPaths[side]}/callback`, http.publicUrl);
}

function queryOf({ url }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(url.split('?').slice(1).join('?'));
}

/** Lax, because the browser brings it from another site; it opens nothing by itself. */
const guarded = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;

function cookieOf(side: OidcSide): string {
  return `__Host-oidc-${side}`;
}

function browserTokenIn(side: OidcSide, { cookies }: FastifyRequest): string | undefined {
  const token = cookies[cookieOf(side)];
  return isToken(token) ? token : undefined;
}
