import { type Endpoint, endpoints, problems, SUPPORT_VIEW_HEADER } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, type SignedUp, startBareTestApp } from '../test/bare-test-app.ts';
import { storeAccount } from '../accounts/test/store-account.ts';
import { lookAt } from '../support/test/looking.ts';
import { addTestStaff } from '../test/staff.ts';
import type { TestBrowser } from '../test/test-browser.ts';

let server: BareTestApp;
/** A browser in which a seller is signed in, and somebody of the platform as well, who looks at the seller's pages. */
let seller: SignedUp;
let supportView: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await startBareTestApp();
  seller = await server.signUp();
  const staff = await addTestStaff(server, { now: () => new Date() });
  await staff.signIn();
  await storeAccount(server.database, seller.seller.sellerId, 'acct_1Own');
  const { view } = await lookAt(staff, seller.seller.sellerId);
  supportView = { [SUPPORT_VIEW_HEADER]: view.supportViewId };
  for (const [name, value] of staff.cookies) seller.cookies.set(name, value);
});
afterAll(() => server.close());

type Named = readonly [string, Endpoint];
const named = endpoints.map((endpoint): Named => [endpoint.operationId, endpoint]);
const guarded = named.filter(([, { access }]) => access !== 'anyone');
const withBody = named.filter(([, { schema }]) => schema.body !== undefined);
const withQuery = named.filter(([, { schema }]) => schema.querystring !== undefined);
const withParams = named.filter(([, { schema }]) => schema.params !== undefined);

const clientHeader = { 'x-sellerdesk-client': 'web' };
const json = { ...clientHeader, 'content-type': 'application/json' };
const pathOf = (url: string, id = '00000000-0000-4000-8000-000000000000'): string => url.replaceAll(/:\w+/gu, id);

/** Sends what an endpoint takes, or with something else in place of its body. */
function send(browser: TestBrowser, { method, url, schema, access }: Endpoint, body?: string) {
  const own = access === 'support_view' ? supportView : {};
  if (schema.body === undefined)
    return browser.send({ method, url: pathOf(url), headers: { ...clientHeader, ...own } });
  return browser.send({ method, url: pathOf(url), headers: { ...json, ...own }, body: body ?? '{}' });
}

test.each(named)('%s is served', (_, { method, url }) => {
  expect(server.app.hasRoute({ method, url })).toBe(true);
});

test.each(guarded)('%s answers 401 to nobody, before it looks at what was sent', async (_, endpoint) => {
  const reply = await send(server.browser(), endpoint, '{"not": "what it takes"');
  expect([reply.statusCode, reply.json()]).toMatchObject([401, { code: 'not_signed_in' }]);
});

test.each(guarded)('%s answers 401 to a session that nobody has', async (_, endpoint) => {
  const stranger = server.browser();
  for (const cookie of ['__Host-session', '__Host-staff']) stranger.cookies.set(cookie, 'x'.repeat(43));
  expect((await send(stranger, endpoint)).statusCode).toBe(401);
});

test.each(withBody)('%s refuses a field it does not know, by its name', async (_, endpoint) => {
  const reply = await send(seller, endpoint, '{"stripeAccountId":"acct_1"}');
  expect([reply.statusCode, reply.json()]).toMatchObject([400, { code: 'validation_failed' }]);
  expect(reply.json()).toMatchObject({
    fields: expect.arrayContaining([{ field: 'stripeAccountId', message: 'is not a field of this request' }]),
  });
});

const notObjects = ['', '{', 'null', '[]', '"text"', '5', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}'];

test.each(withBody)('%s refuses a body that is no object of its own', async (_, endpoint) => {
  const statuses: number[] = [];
  for (const body of notObjects) statuses.push((await send(seller, endpoint, body)).statusCode);
  expect(statuses).toEqual(notObjects.map(() => 400));
});

test.each(withBody)('%s turns no text into a number and no number into text', async (_, endpoint) => {
  const swapped = Object.entries(endpoint.schema.body?.properties ?? {}).map(([name, field]): [string, unknown] => [
    name,
    'type' in field && field.type === 'integer' ? '5' : 5,
  ]);
  for (const [name, value] of swapped) {
    const reply = await send(seller, endpoint, JSON.stringify({ [name]: value }));
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({
      fields: expect.arrayContaining([{ field: name, message: expect.any(String) }]),
    });
  }
});

test.each(withBody)(
  '%s takes nothing but JSON, and not more than 256 KiB of it',
  async (_, { method, url, access }) => {
    const path = pathOf(url);
    const own = access === 'support_view' ? supportView : {};
    const form = await seller.send({
      method,
      url: path,
      headers: { ...clientHeader, ...own, 'content-type': 'text/plain' },
      body: '{}',
    });
    const large = await seller.send({
      method,
      url: path,
      headers: { ...json, ...own },
      body: `{"a":"${'x'.repeat(262_144)}"}`,
    });
    expect([form.statusCode, large.statusCode]).toEqual([415, 413]);
  },
);

test.each(withQuery)('%s refuses what it does not ask for in the query', async (_, { method, url }) => {
  const reply = await seller.send({ method, url: `${pathOf(url)}?account=acct_1`, headers: clientHeader });
  expect(reply.statusCode).toBe(400);
});

test.each(withParams)('%s refuses an id that cannot be one', async (_, { method, url, schema }) => {
  const reply = await seller.send({
    method,
    url: pathOf(url, 'acct_1'),
    headers: schema.body ? json : clientHeader,
    ...(schema.body && { body: '{}' }),
  });
  expect([reply.statusCode, reply.json()]).toMatchObject([400, { fields: [{ field: expect.any(String) }] }]);
});

test.each(named)('%s is in the OpenAPI document, with the problems it answers', async (operationId, endpoint) => {
  const { method, url, problems: own } = endpoint;
  const { body } = await server.browser().send({ method: 'GET', url: '/api/openapi.json' });
  const path = url.replaceAll(/:(?<name>\w+)/gu, '{$<name>}');
  const statuses = own.map((code): [string, unknown] => [String(problems[code].status), expect.any(Object)]);
  const cookies = {
    anyone: [],
    seller: ['session'],
    staff: ['staff'],
    staff_pending: ['staff'],
    support_view: ['staff'],
  } as const;
  const needed = [...cookies[endpoint.access], ...(method === 'GET' ? [] : ['ourPages'])];
  const security = needed.length === 0 ? [] : [Object.fromEntries(needed.map((name) => [name, []]))];
  const operation = { operationId, responses: Object.fromEntries(statuses), security };
  expect(JSON.parse(body)).toMatchObject({ paths: { [path]: { [method.toLowerCase()]: operation } } });
});

test('the OpenAPI document has nothing but the contract’s endpoints', async () => {
  const { body } = await server.browser().send({ method: 'GET', url: '/api/openapi.json' });
  const operations = [...body.matchAll(/"operationId":"(?<name>\w+)"/gu)].map(({ groups }) => groups?.['name']);
  expect(new Set(operations)).toEqual(new Set(endpoints.map(({ operationId }) => operationId)));
});

test('the API reference is a page that can be looked at, under a policy of its own', async () => {
  const page = await server.browser().send({ method: 'GET', url: '/api/docs/' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  const scripts = [...page.body.matchAll(/<script(?<attributes>[^>]*)>/gu)];
  expect(scripts.every(({ groups }) => groups?.['attributes']?.includes('src='))).toBe(true);
  const initializer = await server.browser().send({ method: 'GET', url: '/api/docs/static/swagger-initializer.js' });
  expect(initializer.body).toContain('x-sellerdesk-client');
});
