import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How long stopping may take. */
export interface DrainTimes {
  /** How long connections that are idle when we stop may still bring a request, which is answered. */
  readonly graceMs: number;
  /** When requests that are still being answered are given up. */
  readonly deadlineMs: number;
}

/** The listening sockets of one app; a host name may stand for two addresses, and Fastify then makes two. */
export interface Listeners {
  readonly serverFactory: (handler: RequestListener) => Server;
  /**
   * Makes closing graceful: no new connections; what comes on those there are is answered with `Connection: close`;
   * idle ones are closed after a moment and all of them at the deadline.
   */
  drainOnClose(app: FastifyInstance): void;
}

/**
 * Returns listeners that can stop within seconds under load. Fastify alone waits for every client that keeps its
 * connection alive: more than a minute was measured.
 */
export function createListeners(times: DrainTimes = { graceMs: 1000, deadlineMs: 7000 }): Listeners {
  const servers: Server[] = [];
  return {
    serverFactory: (handler) => {
      const server = createServer(limits, handler);
      servers.push(server);
      return server;
    },
    drainOnClose: (app) => {
      let draining = false;
      app.addHook('onSend', async (_request, reply) => {
        if (draining) reply.header('connection', 'close');
      });
      app.addHook('preClose', async () => {
        draining = true;
        await drain(
          servers.filter(({ listening }) => listening),
          times,
        );
      });
    },
  };
}

/** Who sends slowly holds a connection, not a request, and not for long. */
const limits = {
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
};

async function drain(servers: readonly Server[], { graceMs, deadlineMs }: DrainTimes): Promise<void> {
  // The HTTP server's own `close` would cut idle connections at once, and with them requests already on their way.
  for (const server of servers) NetServer.prototype.close.call(server);
  setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, deadlineMs).unref();
  const startedAt = performance.now();
  while (performance.now() - startedAt < graceMs && (await areConnected(servers))) await wait(20);
  for (const server of servers) server.closeIdleConnections();
}

async function areConnected(servers: readonly Server[]): Promise<boolean> {
  const counts = await Promise.all(servers.map((server) => connectionsOf(server)));
  return counts.some((count) => count > 0);
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => resolve(error ? 0 : count));
  });
}
