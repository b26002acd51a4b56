import type { ApiRequest, World } from './world.ts';

/** Answers a request: what happens meanwhile comes of it, and not of time or of somebody else. */
export function duringRequest<T>({ answering }: World, request: ApiRequest, work: () => T): T {
  answering.request = request;
  try {
    return work();
  } finally {
    answering.request = null;
  }
}
