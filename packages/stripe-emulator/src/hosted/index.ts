import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { isUnreadable } from '../wire/unreadable.ts';
import type { World } from '../world/world.ts';
import { registerAuthentication } from './authentication/routes.ts';
import { registerCheckout } from './checkout/routes.ts';
import type { FindRequest } from './dashboard/section.ts';
import { registerDashboard } from './dashboard/routes.ts';
import { readFormBodies } from './form-body.ts';
import { html } from './html.ts';
import { messagePage } from './message-page.ts';
import { registerOnboarding } from './onboarding/routes.ts';
import { sendPage, type Page } from './page.ts';
import { registerSignIn } from './sign-in/routes.ts';

const css = readFileSync(new URL('hosted.css', import.meta.url), 'utf8');

/** Serves the pages that Stripe hosts: onboarding, Checkout, the window to sign in, and those of the Dashboard that links lead to. */
export function registerHosted(app: FastifyInstance, world: World, findRequest: FindRequest = () => undefined): void {
  readFormBodies(app);
  app.setErrorHandler((error, _, reply) => sendPage(reply, failedPage(error)));
  app.get('/hosted/hosted.css', (_, reply) =>
    reply
      .headers({ 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' })
      .type('text/css; charset=utf-8')
      .send(css),
  );
  registerOnboarding(app, world);
  registerCheckout(app, world);
  registerAuthentication(app, world);
  registerDashboard(app, world, findRequest);
  registerSignIn(app, world);
}

/** What cannot be read is whoever's who sent it; the emulator's own mistake is told on its output, and not hidden from whoever looks at the page. */
function failedPage(error: unknown): Page {
  if (isUnreadable(error)) return messagePage('That cannot be read', html`${error.message}`, error.statusCode);
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`stripe-emulator: ${told}\n`);
  return messagePage('The emulator failed', html`Its output says why. Nothing you typed was kept.`, 500);
}
