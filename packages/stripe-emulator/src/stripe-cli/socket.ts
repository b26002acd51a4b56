import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer, type WebSocket } from 'ws';
import { API_VERSION } from '../world/events.ts';
import { textOf } from '../world/ids.ts';
import type { Event } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { signatureHeader } from '../webhooks/sign.ts';
import { featureOf, signingSecret, SOCKET_PATH } from './sessions.ts';

const PROTOCOL = 'stripecli-devproxy-v1';

/** The CLI asks for a new session when it reads exactly this. */
const UNKNOWN = JSON.stringify({ error: { message: 'Unknown WebSocket ID.' } });

/** Sends every event, signed, to each `stripe listen` that waits; the CLI picks and forwards. */
export function serveSockets(app: FastifyInstance, world: World): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1_048_576,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  const features = new WeakMap<WebSocket, Event['form']>();

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const feature = featureOf(world, String(request.headers['websocket-id'] ?? ''));
    if (request.url?.split('?', 1)[0] !== SOCKET_PATH || feature === undefined) {
      stream.end(
        `HTTP/1.1 404 Not Found\r\nstripe-emulator: true\r\ncontent-length: ${UNKNOWN.length}\r\nconnection: close\r\n\r\n${UNKNOWN}`,
      );
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      features.set(socket, feature === 'webhooks' ? 'snapshot' : 'thin');
      socket.on('error', () => socket.terminate());
    });
  };
  const onEvent = (id: string): void => {
    const event = world.store.find('event', id);
    if (event === undefined) return;
    for (const socket of sockets.clients) if (features.get(socket) === event.form) tell(world, socket, event);
  };

  app.server.on('upgrade', onUpgrade);
  world.wakeups.on('told', onEvent);
  app.addHook('preClose', async () => {
    world.wakeups.off('told', onEvent);
    for (const socket of sockets.clients) socket.close(1001);
    sockets.close();
  });
}

function tell(world: World, socket: WebSocket, { id, form, body }: Event): void {
  const http_headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Stripe-Signature': signatureHeader(body, signingSecret(world)),
    'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  if (form === 'thin') {
    socket.send(JSON.stringify({ type: 'v2_event', payload: body, http_headers, event_destination_id: 'ed_test_cli' }));
    return;
  }
  const message = {
    type: 'webhook_event',
    event_payload: body,
    http_headers,
    webhook_id: id,
    webhook_conversation_id: `wc_${textOf(world.chatter, 24)}`,
  };
  // One in the account's own version and one in the latest: the CLI drops the one it was not asked for (`--latest`).
  for (const api_version of [null, API_VERSION]) socket.send(JSON.stringify({ ...message, endpoint: { api_version } }));
}
