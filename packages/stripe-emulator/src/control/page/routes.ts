import type { FastifyInstance, FastifyReply } from 'fastify';
import { formValue, readFormBodies } from '../../hosted/form-body.ts';
import { isFromSamePage } from '../../hosted/form-origin.ts';
import { html } from '../../hosted/html.ts';
import { messagePage, notFoundPage } from '../../hosted/message-page.ts';
import { sendPage } from '../../hosted/page.ts';
import { StripeError } from '../../wire/stripe-error.ts';
import { isUnreadable } from '../../wire/unreadable.ts';
import type { World } from '../../world/world.ts';
import type { Control } from '../control.ts';
import { doDeed } from '../deeds.ts';
import { accountPage } from './account-page.ts';
import { worldPage } from './world-page.ts';

const HOME = '/_emulator';

/** Serves the page on which a developer sees the world and does things to it; forms of other sites are refused. */
export function serveControlPage(app: FastifyInstance, world: World, control: () => Control): void {
  readFormBodies(app);
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof StripeError || isUnreadable(error))) throw error;
    const status = isUnreadable(error) ? error.statusCode : 400;
    return sendPage(reply, messagePage('That was not done', html`${error.message} <a href="${HOME}">Back</a>`, status));
  });

  app.get(HOME, (_, reply) => sendPage(reply, worldPage(world, control())));

  app.get<{ Params: { id: string } }>(`${HOME}/accounts/:id`, ({ params }, reply) => {
    const account = world.store.find('account', params.id);
    return account === undefined ? nothing(reply) : sendPage(reply, accountPage(world, account));
  });

  app.post<{ Params: { name: string } }>(`${HOME}/page/:name`, (request, reply) => {
    const { params, body } = request;
    if (!isFromSamePage(request)) return nothing(reply);
    const { back: _, ...sent } = filled(body);
    if (doDeed(control(), params.name, sent) === undefined) return nothing(reply);
    const back = formValue(body, 'back');
    return reply.redirect(/^\/_emulator\/accounts\/\w+$/u.test(back) ? back : HOME, 303);
  });
}

function nothing(reply: FastifyReply): FastifyReply {
  return sendPage(reply, notFoundPage('The emulator has no such page or deed.'));
}

/** A field that was left empty was not sent. */
function filled(body: unknown): Record<string, unknown> {
  const sent: object = typeof body === 'object' && body !== null ? body : {};
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
}
