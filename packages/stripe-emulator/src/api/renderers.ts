import type { Kind, Kinds } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** Turns each kind of object into Stripe's shape. */
export type Renderers = { readonly [K in Kind]: (world: World, object: Kinds[K]) => object };
