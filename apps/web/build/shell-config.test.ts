import { expect, test, vi } from 'vitest';
import { withConfig } from './shell-config.ts';

const page = '<meta name="sellerdesk" content="%SELLERDESK_CONFIG%">';

test('while developing the page has the configuration that the server gives to its own', async () => {
  const served =
    '<meta name="sellerdesk" content="{&quot;connectJsUrl&quot;:&quot;http://127.0.0.1:4242/connect.js&quot;}">';
  vi.stubGlobal('fetch', async () => new Response(`<!doctype html>${served}`));
  expect(await withConfig(page, 'http://localhost:3000')).toBe(served);
});

test('without a server the page can still be looked at', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const html = await withConfig(page, 'http://localhost:3000');
  const content = /content="(?<json>[^"]*)"/u.exec(html)?.groups?.['json'] ?? '';
  expect(JSON.parse(content.replaceAll('&quot;', '"'))).toMatchObject({ platform: { name: 'Sellerdesk' } });
});
