import type { IncomingHttpHeaders } from 'node:http';
import { CLIENT_HEADER } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { problem } from './problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const json = /^application\/json\s*(;|$)/iu;

/**
 * Refuses what changes something unless it comes from our own pages: a form or a script elsewhere, even on another port
 * of this host, cannot send such a request. Webhooks are not sent by browsers and prove themselves by signature.
 *
 * @see https://words.filippo.io/csrf/
 */
export function refuseCrossSite(app: FastifyInstance, publicUrl: string): void {
  app.addHook('onRequest', async ({ method, url, headers }) => {
    if (safeMethods.has(method) || url.startsWith('/webhooks/')) return;
    if (!isOurs(headers, publicUrl) || !hasClientHeader(headers)) throw problem('cross_site_refused');
    if (!isJson(method, headers)) throw problem('unsupported_media_type');
  });
}

/**
 * Browsers of today say where a request comes from, and that decides. Older ones send an `Origin`. Who sends neither is
 * no browser, and then brings no cookie.
 */
function isOurs({ 'sec-fetch-site': site, origin, cookie }: IncomingHttpHeaders, publicUrl: string): boolean {
  if (site !== undefined) return site === 'same-origin';
  if (origin !== undefined) return origin === publicUrl;
  return cookie === undefined;
}

/** No form can send a header of its own. */
function hasClientHeader(headers: IncomingHttpHeaders): boolean {
  return Object.entries(CLIENT_HEADER).every(([name, value]) => headers[name] === value);
}

function isJson(method: string, { 'content-type': type }: IncomingHttpHeaders): boolean {
  return type === undefined ? method === 'DELETE' : json.test(type);
}
