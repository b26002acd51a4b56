import type { FastifyReply } from 'fastify';
import { html, type Html } from './html.ts';

export type Page = {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** Where a form of this page may finally lead: Chromium applies `form-action` to the redirects after a submission. */
  readonly leadsTo?: readonly (string | null | undefined)[];
  readonly wide?: boolean;
  /** Where the one script of the page is; most have none. */
  readonly script?: string;
};

/** Sends a page that says it is the emulator's and runs no script, unless it names one of ours. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .status(page.status ?? 200)
    .headers({
      'Content-Security-Policy': policyOf(page),
      // `no-referrer` would blank the Origin header that forms are checked by.
      'Referrer-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(documentOf(page).text);
}

function policyOf({ leadsTo = [], script }: Page): string {
  const origins = leadsTo.filter((url) => typeof url === 'string').flatMap(originOf);
  return [
    "default-src 'none'",
    "style-src 'self'",
    ...(script === undefined ? [] : ["script-src 'self'", "connect-src 'self'"]),
    "img-src 'self' data:",
    "base-uri 'none'",
    `form-action ${["'self'", ...new Set(origins)].join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

function originOf(url: string): string[] {
  return URL.canParse(url) ? [new URL(url).origin] : [];
}

function documentOf({ title, body, wide, script }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Stripe emulator</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/hosted/hosted.css" />
        ${script !== undefined && html`<script defer src="${script}"></script>`}
      </head>
      <body>
        <header class="emulator"><strong>Stripe emulator · test</strong> No real money moves here.</header>
        <main class="${wide ? 'wide' : ''}">${body}</main>
      </body>
    </html>`;
}
