import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSeller, signIn } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { securityHeaders } from './security-headers.ts';

const stripePolicy = [
  "default-src 'none'",
  "script-src 'self' https://connect-js.stripe.com https://js.stripe.com https://*.js.stripe.com",
  "style-src 'self' 'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='",
  "img-src 'self' data: https://*.stripe.com",
  "font-src 'self'",
  "connect-src 'self' https://api.stripe.com",
  'frame-src https://connect-js.stripe.com https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const everywhere = {
  'content-security-policy': stripePolicy,
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), payment=(self "https://js.stripe.com" "https://connect-js.stripe.com"), publickey-credentials-get=(self), publickey-credentials-create=(self)',
};

const keys = { STRIPE_SECRET_KEY: 'sk_test_1234567890', STRIPE_PUBLISHABLE_KEY: 'pk_test_1234567890' };
const headersFor = (env: Record<string, string>, url = '/'): Readonly<Record<string, string>> =>
  securityHeaders(loadConfig({ ...keys, ...env }), []).for({ url });

test('at Stripe the policy names Stripe’s hosts and no plain http', () => {
  expect(headersFor({})).toEqual(everywhere);
  expect(stripePolicy).not.toMatch(/http:|unsafe|\*(?!\.)/u);
});

test('where connect.js comes from elsewhere exactly that origin is added, and exactly where it is needed', () => {
  const policy = headersFor({ STRIPE_CONNECT_JS_URL: 'http://127.0.0.1:4242/v1.0/connect.js' });
  const own = 'http://127.0.0.1:4242';
  const before = stripePolicy.split('; ');
  const after = (policy['content-security-policy'] ?? '').split('; ');
  const widened = after.filter((directive) => !before.includes(directive));
  expect(widened.map((directive) => directive.split(' ')[0])).toEqual([
    'script-src',
    'img-src',
    'connect-src',
    'frame-src',
  ]);
  expect(after.map((directive) => directive.replace(` ${own}`, ''))).toEqual(before);
});

test.each(['https://connect-js.stripe.com.evil.example/x.js', 'https://notstripe.com/x.js'])(
  '%s is not taken for Stripe’s',
  (url) => {
    const policy = headersFor({ STRIPE_CONNECT_JS_URL: url })['content-security-policy'];
    expect(policy).toContain(new URL(url).origin);
  },
);

test('https pages tell browsers never to come back without', () => {
  const name = 'strict-transport-security';
  expect(headersFor({ PUBLIC_URL: 'https://sell.example' })[name]).toBe('max-age=31536000');
  expect(headersFor({})[name]).toBeUndefined();
});

let server: BareTestApp;
let webDist: string;
beforeAll(async () => {
  webDist = await mkdtemp(join(tmpdir(), 'sellerdesk-headers-'));
  await writeFile(join(webDist, 'index.html'), '<!doctype html><title>Shell</title>');
  await writeFile(join(webDist, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  server = await startBareTestApp({ env: { WEB_DIST: webDist } });
});
afterAll(async () => {
  await server.close();
  await rm(webDist, { recursive: true });
});

const json = { 'content-type': 'application/json', 'x-sellerdesk-client': 'web' };
const post = (body: string, headers: object = json): object => ({ method: 'POST', url: signIn.url, body, headers });
const common = { ...everywhere, 'request-id': expect.stringMatching(/^req_[\w-]{16}$/u) };

test.each<[string, object]>([
  ['a page', { url: '/payments' }],
  ['a file', { url: '/mark.svg' }],
  ['liveness', { url: '/livez' }],
])('%s carries every header', async (_, sent) => {
  const reply = await server.browser().send({ method: 'GET', url: '/', ...sent });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).toMatchObject(common);
});

test('the API is never stored', async () => {
  const reply = await server.browser().send({ method: 'GET', url: '/api/openapi.json' });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).toMatchObject({ ...common, 'cache-control': 'no-store' });
});

test.each<[number, string, object]>([
  [400, 'a body that is no JSON', post('{')],
  [400, 'a body that does not fit', post('{}')],
  [400, 'an address that cannot be read', { url: '/api/%E0%A4%A' }],
  [400, 'an address that is too long', { url: `/api/charges/${'x'.repeat(300)}` }],
  [401, 'nobody', { url: getSeller.url }],
  [403, 'another site', post('{}', { ...json, 'sec-fetch-site': 'cross-site' })],
  [404, 'nothing', { url: '/api/nothing' }],
  [413, 'too much', post(JSON.stringify({ email: 'x'.repeat(300_000) }))],
  [415, 'a form', post('a=b', { ...json, 'content-type': 'application/x-www-form-urlencoded' })],
])('%i for %s carries every header and a problem with our number', async (status, _, sent) => {
  const reply = await server.browser().send({ method: 'GET', url: '/', ...sent });
  expect(reply.statusCode).toBe(status);
  expect(reply.headers).toMatchObject({ ...common, 'cache-control': 'no-store' });
  expect(reply.headers['content-type']).toBe('application/problem+json');
  expect(reply.json()).toMatchObject({ status, requestId: reply.headers['request-id'] });
});
