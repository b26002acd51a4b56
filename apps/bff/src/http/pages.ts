import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './error-handler.ts';
import { problem } from './problem.ts';
import type { Shell } from './shell.ts';

const notBuilt = 'The pages are not built yet. Run `npx pnpm@12 start`, which builds them, or build apps/web.\n';

/**
 * Serves the built files and, for every address that is a page, the shell: static, without a session, so that a seller
 * who comes back from Stripe's pages sees the page although the browser withholds the cookie on that navigation.
 */
export async function servePages(app: FastifyInstance, shell: Shell | undefined, webDist: string): Promise<void> {
  if (existsSync(webDist)) await serveFiles(app, webDist);
  app.setNotFoundHandler((request, reply) =>
    isPage(request) ? sendShell(reply, shell) : sendProblem(problem('not_found'), request, reply),
  );
}

/** Names with a hash in them never change what they hold; the others are asked for again. */
async function serveFiles(app: FastifyInstance, webDist: string): Promise<void> {
  const assets = join(webDist, 'assets');
  await app.register(fastifyStatic, {
    root: webDist,
    index: false,
    wildcard: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/index.html', '**/*.br', '**/*.map'],
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      );
    },
  });
}

function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? url;
  const isOurs = /^\/(api|auth|webhooks|assets)(\/|$)/u.test(path);
  const isFile = /\.\w+$/u.test(path);
  return (method === 'GET' || method === 'HEAD') && !isOurs && !isFile;
}

function sendShell(reply: FastifyReply, shell: Shell | undefined): FastifyReply {
  reply.header('cache-control', 'no-store');
  return shell ? reply.type('text/html; charset=utf-8').send(shell.html) : reply.code(503).send(notBuilt);
}
