import type { FastifyInstance, FastifyReply } from 'fastify';
import { browserBundle } from '../../connect-js/bundle.ts';
import { formValue, readFormBodies } from '../../hosted/form-body.ts';
import { isFromSamePage } from '../../hosted/form-origin.ts';
import { html } from '../../hosted/html.ts';
import { messagePage, notFoundPage } from '../../hosted/message-page.ts';
import { sendPage } from '../../hosted/page.ts';
import { isUnreadable } from '../../wire/unreadable.ts';
import type { Parts } from '../deed.ts';
import { doDeed } from '../deeds/index.ts';
import { accountView } from '../views.ts';
import { accountPage, pathOfAccount } from './account-page.ts';
import { ANY_DEED_PATH, paramsIn } from './any-deed.ts';
import { arrivalsOf } from './arrivals.ts';
import { SCRIPT_PATH, worldPage } from './world-page.ts';

const HOME = '/_emulator';

/** Serves the page on which a developer sees the world and does things to it; forms of other sites are refused. */
export function serveControlPage(app: FastifyInstance, parts: Parts): void {
  const { world, recorder } = parts;
  readFormBodies(app);
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof Error)) throw error;
    const status = isUnreadable(error) ? error.statusCode : 400;
    return sendPage(reply, messagePage('That was not done', html`${error.message} <a href="${HOME}">Back</a>`, status));
  });

  app.get(HOME, (_, reply) => sendPage(reply, worldPage(parts)));

  app.get(SCRIPT_PATH, async (_, reply) => {
    const { liveRequests } = await browserBundle();
    const headers = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
    return reply.headers(headers).type('text/javascript; charset=utf-8').send(liveRequests);
  });

  app.get(`${HOME}/requests/arrivals`, (_, reply) =>
    reply.header('Cache-Control', 'no-store').type('text/event-stream').send(arrivalsOf(recorder)),
  );

  // Browsers ask for a page; programs get the same as JSON.
  app.get<{ Params: { id: string } }>(pathOfAccount(':id'), ({ params, headers }, reply) => {
    if (headers.accept?.includes('text/html') !== true) {
      const view = accountView(world, params.id);
      return view === undefined ? reply.callNotFound() : reply.send(view);
    }
    const page = accountPage(world, params.id);
    return page === undefined ? nothing(reply) : sendPage(reply, page);
  });

  app.post(ANY_DEED_PATH, async (request, reply) => {
    if (!isFromSamePage(request)) return nothing(reply);
    return answer(reply, await doDeed(parts, formValue(request.body, 'deed'), paramsIn(request.body)), HOME);
  });

  app.post<{ Params: { name: string } }>(`${ANY_DEED_PATH}/:name`, async (request, reply) => {
    if (!isFromSamePage(request)) return nothing(reply);
    const { back: _, ...sent } = filled(request.body);
    const back = formValue(request.body, 'back');
    const known = /^\/_emulator\/accounts\/\w+$/u.test(back) ? back : HOME;
    return answer(reply, await doDeed(parts, request.params.name, sent), known);
  });
}

/** What a deed has made is shown; otherwise its page shows what it did. */
function answer(reply: FastifyReply, done: Awaited<ReturnType<typeof doDeed>>, back: string): FastifyReply {
  if (done === undefined) return nothing(reply);
  if (done.result === undefined) return reply.redirect(back, 303);
  const result = typeof done.result === 'string' ? done.result : JSON.stringify(done.result);
  return sendPage(reply, messagePage('Done', html`<code>${result}</code> <a href="${back}">Back</a>`));
}

function nothing(reply: FastifyReply): FastifyReply {
  return sendPage(reply, notFoundPage('The emulator has no such page or deed.'));
}

/** A field that was left empty was not sent. */
function filled(body: unknown): Record<string, unknown> {
  const sent: object = typeof body === 'object' && body !== null ? body : {};
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
}
