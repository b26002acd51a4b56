import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { businessNameOf } from '../../world/accounts.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { formValue } from '../form-body.ts';
import { isFromSamePage } from '../form-origin.ts';
import { notFoundPage } from '../message-page.ts';
import { sendPage } from '../page.ts';
import { addressFromPath, type DashboardAddress } from './dashboard-address.ts';
import type { FindRequest } from './section.ts';
import { sectionPage } from './sections.ts';
import { clearOwner, ownerOf, rememberOwner } from './owner-cookie.ts';
import { signInPage } from './sign-in-page.ts';

const UNKNOWN = 'The Dashboard has no such page, or the account that is signed in may not see it.';

/** Serves the pages of the Dashboard that links of a platform lead to: each object of each account has one. */
export function registerDashboard(app: FastifyInstance, world: World, findRequest: FindRequest): void {
  app.get('/dashboard', (_, reply) => reply.redirect('/dashboard/test', 303));

  app.get<{ Params: { '*': string } }>('/dashboard/*', (request, reply) => {
    const address = addressFromPath(request.params['*']);
    if (address.livemode) return notFound(reply);
    const seller = sellerPath(world, address);
    if (seller !== undefined) return reply.redirect(seller, 303);
    const id = address.account ?? ownerOf(request);
    const account = id === undefined ? undefined : world.store.find('account', id);
    if (address.account !== undefined && account === undefined) return notFound(reply);
    if (account === undefined || ownerOf(request) !== account.id) return askWho(reply, request, account);
    const query = new URLSearchParams(request.url.split('?', 2)[1] ?? '');
    const page = sectionPage(address, { world, account, query, findRequest });
    return page === undefined ? notFound(reply) : sendPage(reply, page);
  });

  app.post('/dashboard/sign-in', (request, reply) => {
    const account = world.store.find('account', formValue(request.body, 'account'));
    if (!isFromSamePage(request) || account === undefined) return notFound(reply);
    return rememberOwner(reply, account.id).redirect(placeIn(request, account), 303);
  });

  app.post('/dashboard/sign-out', (request, reply) =>
    isFromSamePage(request) ? clearOwner(reply).redirect('/dashboard/test', 303) : notFound(reply),
  );

  function askWho(reply: FastifyReply, { url }: FastifyRequest, account: Account | undefined): FastifyReply {
    const owners =
      account === undefined ? world.store.list('account', { account: world.platform, limit: 20 }).rows : [account];
    return sendPage(
      reply,
      signInPage(
        owners.map((owner) => ({ id: owner.id, name: businessNameOf(owner) })),
        url,
      ),
    );
  }
}

/** A platform sees a seller below its own Dashboard; here it is the seller's. */
function sellerPath(
  { store, platform }: World,
  { account, section, object, rest }: DashboardAddress,
): string | undefined {
  const [seller = '', ...below] = rest;
  if (section !== 'connect' || object !== 'accounts' || (account !== undefined && account !== platform))
    return undefined;
  if (store.find('account', seller) === undefined) return undefined;
  return ['/dashboard', seller, 'test', ...(below[0] === 'activity' ? ['payments'] : below)]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/** Where the way went before it was asked who comes; never outside the Dashboard. */
function placeIn({ body }: FastifyRequest, { id }: Account): string {
  const to = formValue(body, 'to');
  return /^\/dashboard\/[\w/?=&.-]*$/.test(to) ? to : `/dashboard/${id}/test`;
}

function notFound(reply: FastifyReply): FastifyReply {
  return sendPage(reply, notFoundPage(UNKNOWN));
}
