import type { FastifyRequest } from 'fastify';

/**
 * Tells whether a form was sent by a page of the same origin. A browser always says where a POST comes from; a program
 * says nothing, and needs the unguessable address of the page all the same.
 */
export function isFromSamePage(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === request.headers.host;
  return site === undefined || site === 'same-origin' || site === 'none';
}
