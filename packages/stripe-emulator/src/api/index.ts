import type { Kind, Kinds } from '../world/state.ts';
import type { Render, World } from '../world/world.ts';
import type { Operation } from '../wire/operation.ts';
import { accountLinkOperations } from './account-links.ts';
import { accountSessionOperations, accountSessionToWire } from './account-sessions.ts';
import { accountOperations, accountToWire } from './accounts.ts';
import { accountV2Operations } from './accounts-v2.ts';
import { eventOperations, eventToWire } from './events.ts';
import { moneyOperations, moneyRenderers } from './money.ts';
import type { Renderers } from './renderers.ts';
import { webhookEndpointOperations, webhookEndpointToWire } from './webhook-endpoints.ts';

/** Every operation of Stripe's API that the emulator has. */
export const operations: readonly Operation[] = [
  ...accountOperations,
  ...accountV2Operations,
  ...accountLinkOperations,
  ...accountSessionOperations,
  ...moneyOperations,
  ...eventOperations,
  ...webhookEndpointOperations,
];

const renderers: Renderers = {
  ...moneyRenderers,
  account: accountToWire,
  account_link: (_, { createdUnix, expiresUnix }) => ({
    object: 'account_link',
    created: createdUnix,
    expires_at: expiresUnix,
  }),
  account_session: (_, session) => accountSessionToWire(session),
  event: (_, event) => eventToWire(event),
  webhook_endpoint: (_, endpoint) => webhookEndpointToWire(endpoint),
};

/** Turns any object into Stripe's shape. */
export const render: Render = (world, kind, id) => renderOne(world, kind, world.store.get(kind, id));

function renderOne<K extends Kind>(world: World, kind: K, object: Kinds[K]): object {
  return renderers[kind](world, object);
}
