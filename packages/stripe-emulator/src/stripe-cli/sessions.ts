import { API_VERSION } from '../world/events.ts';
import { textOf } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { list, ignored, text } from '../wire/params.ts';

/** Where the CLI waits for events after it was given a session. */
export const SOCKET_PATH = '/v1/stripecli/events';

/** What a session listens to: snapshot events, or thin ones. */
type Feature = 'webhooks' | 'v2_events';

const RECONNECT_SECONDS = 3600;

/** Calls that only the Stripe CLI makes, as `stripe listen` does before it opens its socket. */
export const sessionOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/stripecli/sessions',
    params: {
      device_name: text(),
      websocket_features: list(text()),
      filters: ignored(),
      forward_to_url: ignored(),
      forward_connect_to_url: ignored(),
      forward_thin_to_url: ignored(),
      forward_thin_connect_to_url: ignored(),
    },
    run: ({ world, params }) => {
      const feature: Feature = params.websocket_features?.includes('v2_events') === true ? 'v2_events' : 'webhooks';
      return {
        websocket_id: openSession(world, feature),
        websocket_url: `${world.settings.url.replace('http', 'ws')}${SOCKET_PATH}`,
        websocket_authorized_feature: feature,
        reconnect_delay: RECONNECT_SECONDS,
        secret: signingSecret(world),
        default_version: API_VERSION,
        latest_version: API_VERSION,
      };
    },
  }),
];

/** Returns what a session listens to; undefined when there is none. Sessions survive a restart of the emulator. */
export function featureOf({ store }: World, session: string): Feature | undefined {
  const feature = store.facts.read(factOf(session));
  return feature === 'webhooks' || feature === 'v2_events' ? feature : undefined;
}

/** The secret that everything forwarded by the CLI is signed with: the same for every session, as at Stripe. */
export function signingSecret(world: World): string {
  const { store } = world;
  const secret = store.facts.read('cli_secret') ?? `whsec_${textOf(world.chatter, 64)}`;
  store.facts.write('cli_secret', secret);
  return secret;
}

function openSession(world: World, feature: Feature): string {
  const session = `cliws_${textOf(world.chatter, 24)}`;
  world.store.facts.write(factOf(session), feature);
  return session;
}

function factOf(session: string): string {
  return `cli_session ${session}`;
}
