import Fastify, { type FastifyInstance } from 'fastify';
import { operations } from './api/index.ts';
import { registerConnectJs } from './connect-js/index.ts';
import type { Parts } from './control/deed.ts';
import { letGoWrong } from './control/faults.ts';
import { serveControlPage } from './control/page/routes.ts';
import { recordRequests } from './control/requests.ts';
import { serveControl } from './control/routes.ts';
import { registerHosted } from './hosted/index.ts';
import { type Reach, refuseOtherHosts } from './hosts.ts';
import { stripeCliOperations } from './stripe-cli/index.ts';
import { readOlderWords } from './stripe-cli/older-words.ts';
import { onboardDestination } from './stripe-cli/onboard-destination.ts';
import { serveSockets } from './stripe-cli/socket.ts';
import { holdKeys } from './wire/keys-in-use.ts';
import { refuseUnreadable, serveOperations } from './wire/serve.ts';
import { catchUp } from './world/passing-time.ts';

/** No answer may be taken for Stripe's. */
const MARK = { 'stripe-emulator': 'true' };

/** What is not even HTTP is answered before there is a request. */
const NO_HTTP = 'HTTP/1.1 400 Bad Request\r\nstripe-emulator: true\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';

/** Puts the parts of the emulator on one server: the API, connect.js with its frames, the hosted pages, and control. */
export async function createApp(parts: Parts, reach: Reach): Promise<FastifyInstance> {
  const { world, happenings, recorder, faults } = parts;
  const server = Fastify({
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => {
      refuseUnreadable(world, error, request, reply.headers(MARK));
    },
    clientErrorHandler: (_, socket) => {
      if (socket.writable) socket.end(NO_HTTP);
    },
  });
  recordRequests(server, recorder);
  server.addHook('onRequest', async (_, reply) => {
    reply.headers(MARK);
  });
  refuseOtherHosts(server, reach);
  holdKeys(server);
  letGoWrong(server, faults);
  server.addHook('onRequest', async () => {
    // Whoever looks sees the world as it is now, however long nobody did.
    catchUp(world, happenings);
  });
  await server.register(async (scope) => {
    readOlderWords(scope);
    serveOperations(scope, world, [...operations, ...stripeCliOperations], onboardDestination);
    serveSockets(scope, world);
  });
  await server.register(async (scope) => {
    registerConnectJs(scope, world);
  });
  await server.register(async (scope) => {
    registerHosted(scope, world, recorder.find);
  });
  await server.register(async (scope) => {
    serveControl(scope, parts);
  });
  await server.register(async (scope) => {
    serveControlPage(scope, parts);
  });
  return server;
}
