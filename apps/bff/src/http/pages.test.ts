import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';

const inline = "fetch('/api/account-sessions', { method: 'POST' })";
const html = `<!doctype html><meta name="sellerdesk" content="%SELLERDESK_CONFIG%">
<script>${inline}</script><script type="module" src="/assets/main-abc123.js"></script>`;

let webDist: string;
let server: BareTestApp;
beforeAll(async () => {
  webDist = await mkdtemp(join(tmpdir(), 'sellerdesk-pages-'));
  await mkdir(join(webDist, 'assets'));
  await writeFile(join(webDist, 'index.html'), html);
  await writeFile(join(webDist, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(webDist, 'assets/main-abc123.js'), 'start();');
  await writeFile(join(webDist, 'assets/main-abc123.js.br'), brotliCompressSync('start();'));
  server = await startBareTestApp({
    env: { WEB_DIST: webDist, PLATFORM_NAME: `Ann & "Bob's" <script>$&` },
  });
});
afterAll(async () => {
  await server.close();
  await rm(webDist, { recursive: true });
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  server.browser().send({ method: 'GET', url, headers });

test.each(['/', '/payments', '/payments/pi_123', '/onboarding/return?x=1', '/no/such/page'])(
  '%s is the shell, the same for everybody and never stored',
  async (url) => {
    const seller = await server.signUp();
    const [anonymous, signedIn] = [await get(url), await seller.send({ method: 'GET', url })];
    expect(anonymous.statusCode).toBe(200);
    expect(anonymous.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(signedIn.body).toBe(anonymous.body);
    expect(signedIn.headers['set-cookie']).toBeUndefined();
  },
);

test('the configuration stands in the shell and cannot break out of it', async () => {
  const { body } = await get('/');
  const [, content = ''] = /name="sellerdesk" content="(?<content>[^"]*)"/u.exec(body) ?? [];
  const text = content.replaceAll(/&(?<name>quot|lt|gt|amp|#39);/gu, (_, name: string) => characters[name] ?? '');
  expect(JSON.parse(text)).toEqual({
    connectJsUrl: 'https://connect-js.stripe.com/v1.0/connect.js',
    platform: { name: `Ann & "Bob's" <script>$&`, accentColor: '#4f46e5' },
    signInWith: {},
  });
  expect(body.match(/<script/gu)).toHaveLength(2);
});

const characters: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&', '#39': "'" };

test('the policy names the one inline script by its hash', async () => {
  const { headers } = await get('/');
  const hash = createHash('sha256').update(inline).digest('base64');
  expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}' https://connect-js`);
});

test('built files are kept for ever and come compressed as they were built', async () => {
  const reply = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=utf-8',
    vary: 'accept-encoding',
  });
  expect((await get('/assets/main-abc123.js')).body).toBe('start();');
});

test('a file without a hash is asked for again', async () => {
  const reply = await get('/mark.svg');
  expect(reply.headers).toMatchObject({ 'cache-control': 'public, no-cache', etag: expect.any(String) });
});

test.each(['/index.html', '/assets/gone.js', '/assets/', '/favicon.ico', '/.env', '/assets/../../secret.txt'])(
  '%s is not there',
  async (url) => {
    const reply = await get(url);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([404, 'application/problem+json']);
  },
);

test('a page cannot be posted to', async () => {
  const headers = { 'x-sellerdesk-client': 'web', 'content-type': 'application/json' };
  const reply = await server.browser().send({ method: 'POST', url: '/payments', headers, body: '{}' });
  expect(reply.statusCode).toBe(404);
});

test('without built pages the pages say so and the API works', async () => {
  const unbuilt = await startBareTestApp({ env: { WEB_DIST: join(webDist, 'missing') } });
  const page = await unbuilt.browser().send({ method: 'GET', url: '/' });
  const api = await unbuilt.browser().send({ method: 'GET', url: '/api/platform' });
  await unbuilt.close();
  expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining('The pages are not built yet')]);
  expect(api.statusCode).toBe(200);
});
