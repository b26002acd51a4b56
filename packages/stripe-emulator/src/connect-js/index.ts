import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world.ts';
import { registerFrameApi } from './frame-api/frame-api.ts';
import { registerStaticRoutes } from './static-routes.ts';

/** Serves the embedded components: the drop-in for Stripe's connect.js, its frames, and what the frames ask. */
export function registerConnectJs(app: FastifyInstance, world: World): void {
  registerStaticRoutes(app, world);
  registerFrameApi(app, world);
}
