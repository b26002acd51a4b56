import { randomBytes } from 'node:crypto';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config.ts';
import { createListeners } from './draining.ts';
import { answerError } from './error-handler.ts';
import { shedLoad } from './shedding.ts';
import { loggerOptions, type LogStream } from './logger.ts';
import type { SecurityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-request.ts';
import { validatorOptions } from './validation.ts';

/** What a server is made from. */
export interface ServerParts {
  readonly config: Config;
  readonly headers: SecurityHeaders;
  /** Where the log goes; standard output unless told. */
  readonly logStream?: LogStream;
}

/** The largest body of a request; a word with larger ones sets its own limit. */
const bodyLimit = 256 * 1024;

/** Returns a server without routes: its limits, its log, the number of each request and the headers of each answer. */
export function createServer({ config, headers, logStream }: ServerParts): FastifyInstance {
  const listeners = createListeners();
  const app = fastify({
    logger: loggerOptions(config.logLevel, logStream),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => `req_${randomBytes(12).toString('base64url')}`,
    requestIdHeader: false,
    trustProxy: config.http.trustProxy.length > 0 ? [...config.http.trustProxy] : false,
    bodyLimit,
    serverFactory: listeners.serverFactory,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    ajv: validatorOptions,
    // Requests that come while stopping are answered; see draining.ts.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    // Errors before there is a route run no hooks, hence the headers here.
    frameworkErrors: (error, request, reply) => {
      void reply.headers(headers.for(request)).header('request-id', request.id);
      void answerError(error, request, reply);
    },
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers.for(request)).header('request-id', request.id);
  });
  app.addHook('onResponse', logAnswer);
  shedLoad(app);
  listeners.drainOnClose(app);
  return app;
}

/** The route and not the address: ids and queries are nobody's business but the asker's. */
async function logAnswer({ log, method, routeOptions }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const ms = Math.round(reply.elapsedTime);
  log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, 'answered');
}
