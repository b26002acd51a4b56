import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { refuseCrossSite } from './cross-site.ts';
import { answerError } from './error-handler.ts';

const app = fastify();
app.setErrorHandler(answerError);
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', (_request, _payload, done) => done(null));
refuseCrossSite(app, 'http://localhost:3000');
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
app.route({ method: [...methods], url: '/api/thing', handler: async () => 'done' });
app.post('/webhooks/stripe/platform', async () => 'done');

const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', 'Same-Origin', 'same-origin, cross-site'];
const origins = [
  undefined,
  'http://localhost:3000',
  'https://localhost:3000',
  'http://localhost:4242',
  'http://127.0.0.1:3000',
  'https://evil.example',
  'http://localhost:3000.evil.example',
  'null',
  'not an address',
];
const types = [
  undefined,
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/problem+json',
];
const clients = [undefined, 'web', 'Web'];
const cookies = [undefined, '__Host-session=x'];

interface Sent {
  readonly method: (typeof methods)[number];
  readonly site: string | undefined;
  readonly origin: string | undefined;
  readonly type: string | undefined;
  readonly client: string | undefined;
  readonly cookie: string | undefined;
}

const matrix: Sent[] = methods.flatMap((method) =>
  sites.flatMap((site) =>
    origins.flatMap((origin) =>
      types.flatMap((type) =>
        clients.flatMap((client) => cookies.map((cookie) => ({ method, site, origin, type, client, cookie }))),
      ),
    ),
  ),
);

/** What must come of it, written as a list of what is let through. */
function expected({ method, site, origin, type, client, cookie }: Sent): number {
  if (method === 'GET' || method === 'HEAD') return 200;
  const fromOurPage =
    site === 'same-origin' ||
    (site === undefined && origin === 'http://localhost:3000') ||
    (site === undefined && origin === undefined && cookie === undefined);
  if (!fromOurPage || client !== 'web') return 403;
  const isJson = type === 'application/json' || type === 'application/json; charset=utf-8';
  return isJson || (type === undefined && method === 'DELETE') ? 200 : 415;
}

async function statusOf({ method, site, origin, type, client, cookie }: Sent): Promise<number> {
  const all = {
    'sec-fetch-site': site,
    origin,
    'content-type': type,
    'x-sellerdesk-client': client,
    cookie,
  };
  const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const { statusCode } = await app.inject({ method, url: '/api/thing', headers });
  return statusCode;
}

test(`of ${matrix.length} ways to send something only those of our own pages are let through`, async () => {
  const surprises: string[] = [];
  const seen = new Map<number, number>();
  for (const sent of matrix) {
    const status = await statusOf(sent);
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if (status !== expected(sent)) surprises.push(`${status}, not ${expected(sent)}: ${JSON.stringify(sent)}`);
  }
  expect(surprises).toEqual([]);
  expect(new Set(seen.keys())).toEqual(new Set([200, 403, 415]));
});

test('a webhook is let through: no browser sends it, and its signature is checked', async () => {
  const { statusCode } = await app.inject({
    method: 'POST',
    url: '/webhooks/stripe/platform',
    headers: { 'content-type': 'application/json' },
    payload: '{}',
  });
  expect(statusCode).toBe(200);
});

test.each(['/api/webhooks/x', '/webhooksx', '//webhooks/x', '/WEBHOOKS/x'])('%s is no webhook', async (url) => {
  const { statusCode } = await app.inject({ method: 'POST', url });
  expect(statusCode).toBe(403);
});
