import type { FastifyInstance, FastifyReply } from 'fastify';
import type { World } from '../world/world.ts';
import { browserBundle } from './bundle.ts';
import { framePage, framePolicy } from './frame-page.ts';

/** Serves the drop-in at Stripe's own path, the frames' document, and what frames load. */
export function registerStaticRoutes(app: FastifyInstance, { settings }: World): void {
  const policy = framePolicy(settings.embedders);
  app.get('/v1.0/connect.js', async (_, reply) => {
    const { connectJs } = await browserBundle();
    return sendFile(reply, 'text/javascript', connectJs);
  });

  app.get('/v1.0/frames/:tag', ({ blocksWindows = false }, reply) => {
    reply.headers({ 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' });
    return sendFile(reply, 'text/html', framePage(blocksWindows));
  });

  app.get<{ Params: { file: string } }>('/v1.0/frames/assets/:file', async ({ params }, reply) => {
    const text = (await browserBundle()).frameAssets.get(params.file);
    if (text === undefined) return reply.callNotFound();
    // The name of a chunk carries the hash of what is in it.
    if (params.file.startsWith('chunk-')) reply.header('Cache-Control', 'public, max-age=31536000, immutable');
    return sendFile(reply, params.file.endsWith('.css') ? 'text/css' : 'text/javascript', text);
  });
}

function sendFile(reply: FastifyReply, type: string, text: string): FastifyReply {
  if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-cache');
  return reply.header('X-Content-Type-Options', 'nosniff').type(`${type}; charset=utf-8`).send(text);
}
