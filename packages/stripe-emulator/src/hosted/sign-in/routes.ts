import type { FastifyInstance } from 'fastify';
import { businessNameOf } from '../../world/accounts.ts';
import { finishSignIn, ownerOfSignIn } from '../../world/sign-ins.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { isFromSamePage } from '../form-origin.ts';
import { html } from '../html.ts';
import { messagePage } from '../message-page.ts';
import { sendPage, type Page } from '../page.ts';

type TokenPath = { Params: { token: string } };

/**
 * Serves Stripe's own window, which embedded components open where a seller has to show who they are. It stands beside
 * the platform's page and not in it, so that the platform can neither see nor press what is in it.
 */
export function registerSignIn(app: FastifyInstance, world: World): void {
  app.get<TokenPath>('/connect/sign-in/:token', ({ params }, reply) => {
    const owner = ownerOfSignIn(world, params.token);
    return sendPage(reply, owner === undefined ? overPage : signInPage(owner, world.settings.platformName));
  });

  app.post<TokenPath>('/connect/sign-in/:token', (request, reply) => {
    const { token } = request.params;
    if (!isFromSamePage(request) || ownerOfSignIn(world, token) === undefined) return sendPage(reply, overPage);
    world.store.transaction(() => {
      finishSignIn(world, token);
    });
    return reply.redirect('/connect/sign-in/done', 303);
  });

  app.get('/connect/sign-in/done', (_, reply) => sendPage(reply, donePage));
}

function signInPage(owner: Account, platform: string): Page {
  return {
    title: 'Sign in',
    body: html`<form class="card form" method="post">
      <div class="step-head">
        <h1>Sign in to the Stripe emulator</h1>
        <p class="secondary">
          ${platform} shows you details that Stripe keeps. At Stripe you would sign in with a password here. This is a
          test: one click is enough.
        </p>
      </div>
      <div>
        <p><strong>${businessNameOf(owner)}</strong></p>
        <code class="secondary">${owner.id}</code>
      </div>
      <button class="primary">Sign in as the owner</button>
    </form>`,
  };
}

const donePage = messagePage('You are signed in', html`Go on where you came from. You can close this window.`);

const overPage = messagePage(
  'This window is out of date',
  html`Close it, and press “Sign in” once more where you came from.`,
  410,
);
