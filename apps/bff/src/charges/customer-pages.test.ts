import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { customerPaths } from './checkout-params.ts';

let server: BareTestApp;

beforeAll(async () => {
  server = await startBareTestApp({ env: { PLATFORM_NAME: 'Pots & <b>Co</b>' } });
});

afterAll(() => server.close());

test.each(Object.values(customerPaths))('%s is a page for anybody that loads and runs nothing', async (url) => {
  const { statusCode, headers, body } = await server.app.inject({ url });
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['set-cookie']).toBeUndefined();
  expect(body).not.toMatch(/<script|src=|href=|style="/u);
  expect(body).toContain('Pots &amp; &lt;b&gt;Co&lt;/b&gt;');
});

test('its policy allows its own style and nothing else', async () => {
  const { headers, body } = await server.app.inject({ url: customerPaths.paid });
  const style = /<style>(?<text>[\s\S]*)<\/style>/u.exec(body)?.groups?.['text'] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers['content-security-policy']).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
});
