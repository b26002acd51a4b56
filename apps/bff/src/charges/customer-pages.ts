import { createHash } from 'node:crypto';
import type { Platform } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { customerPaths } from './checkout-params.ts';

interface CustomerPage {
  readonly title: string;
  readonly text: string;
}

const pages: Readonly<Record<keyof typeof customerPaths, CustomerPage>> = {
  paid: { title: 'Thank you', text: 'Your payment is on its way to the seller. You can close this page.' },
  left: {
    title: 'Not paid yet',
    text: 'Nothing was charged. Open the link you were given again whenever you want to pay.',
  },
};

/**
 * Serves the two pages where a customer goes on after Stripe's. A customer is nobody we know: the pages load nothing, run
 * nothing and claim nothing, since anybody can open them.
 */
export function serveCustomerPages(app: FastifyInstance, platform: Platform): void {
  const style = styleOf(platform);
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  for (const name of ['paid', 'left'] as const) {
    const html = htmlOf(pages[name], platform.name, style);
    app.get(customerPaths[name], { schema: { hide: true } }, (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html),
    );
  }
}

function htmlOf({ title, text }: CustomerPage, platformName: string, style: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(platformName)}</title>
<style>${style}</style>
</head>
<body><main><p class="platform">${escaped(platformName)}</p><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main></body>
</html>
`;
}

function styleOf({ accentColor }: Platform): string {
  return `:root{color-scheme:light dark}
body{margin:0;min-height:100svh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f6f7f9,#14161a);color:light-dark(#1c1f26,#eceef2)}
main{box-sizing:border-box;width:min(26rem,100% - 2rem);padding:2rem;border-top:4px solid ${accentColor};border-radius:10px;background:light-dark(#fff,#1d2026);text-align:center}
h1{margin:.5rem 0;font-size:1.75rem}p{margin:0}.platform{font-weight:600}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (char) => entities[char] ?? char);
}
