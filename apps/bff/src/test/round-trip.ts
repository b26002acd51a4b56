import { type OidcSide, oidcPaths } from '@sellerdesk/contract';
import type { TestIdentityProvider } from './identity-provider.ts';
import type { TestBrowser } from './test-browser.ts';

/** How a browser goes to an identity provider and comes back. */
export interface RoundTrips {
  /** Leaves, and returns where the server sends the browser. */
  leave(browser: TestBrowser, query?: string): Promise<string>;
  /** Comes back to an address of ours, and returns where the server sends the browser. */
  comeBack(browser: TestBrowser, url: string): Promise<string>;
  /** The whole way, as a subject or cancelling; returns where it ends. */
  goThrough(browser: TestBrowser, subject: string | undefined, query?: string): Promise<string>;
}

/** Returns the settings with which one side signs in at a provider. */
export function oidcSettings(
  side: OidcSide,
  { issuer, clientId, clientSecret }: TestIdentityProvider,
): Record<string, string> {
  const prefix = `${side.toUpperCase()}_OIDC`;
  return {
    [`${prefix}_ISSUER`]: issuer,
    [`${prefix}_CLIENT_ID`]: clientId,
    [`${prefix}_CLIENT_SECRET`]: clientSecret,
    [`${prefix}_LABEL`]: 'Marlow ID',
  };
}

/** Returns the round trips of one side. */
export function roundTripsOf(side: OidcSide, provider: Pick<TestIdentityProvider, 'visit'>): RoundTrips {
  const leave: RoundTrips['leave'] = async (browser, query = '') => {
    const reply = await browser.send({ method: 'GET', url: oidcPaths[side] + query });
    return String(reply.headers.location);
  };
  return {
    leave,
    comeBack,
    goThrough: async (browser, subject, query) =>
      comeBack(browser, await provider.visit(await leave(browser, query), subject)),
  };
}

/** As a browser does from another site: it leaves its strict cookies out, and keeps those it is given. */
async function comeBack(browser: TestBrowser, address: string): Promise<string> {
  const strict = [...browser.cookies].filter(([name]) => !name.startsWith('__Host-oidc'));
  for (const [name] of strict) browser.cookies.delete(name);
  const { pathname, search } = new URL(address);
  const headers = { 'sec-fetch-site': 'cross-site' };
  const reply = await browser.send({ method: 'GET', url: pathname + search, headers });
  for (const [name, value] of strict) if (!browser.cookies.has(name)) browser.cookies.set(name, value);
  return `${reply.statusCode === 303 ? '' : `${reply.statusCode} `}${reply.headers.location}`;
}
