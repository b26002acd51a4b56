import { html, type Html } from './html.ts';
import type { Page } from './page.ts';

/** A page that says one thing, and perhaps where to go from here. */
export function messagePage(title: string, text: Html, status = 200): Page {
  return {
    title,
    status,
    body: html`<section class="card message">
      <h1>${title}</h1>
      <p>${text}</p>
    </section>`,
  };
}

/** There is nothing at this address. */
export function notFoundPage(what: string): Page {
  return messagePage('Nothing here', html`${what}`, 404);
}
