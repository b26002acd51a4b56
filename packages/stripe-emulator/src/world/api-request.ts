import type { World } from './world.ts';

/** A request of Stripe's API, as events name the one they come of. */
export interface ApiRequest {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

/** Answers a request: what happens meanwhile comes of it, and not of time or of somebody else. */
export function duringRequest<T>({ answering }: World, request: ApiRequest, work: () => T): T {
  answering.request = request;
  try {
    return work();
  } finally {
    answering.request = null;
  }
}
