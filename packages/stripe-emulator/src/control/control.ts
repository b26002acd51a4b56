import type { Deed, Parts } from './deed.ts';
import { type DeedName, deeds } from './deeds/index.ts';
import type { Recorder } from './requests.ts';

type Deeds = typeof deeds;

/** What a test or a developer may do to the world, and the requests that were made of it. */
export type Control = {
  readonly [Name in DeedName]: Deeds[Name] extends Deed<infer Method> ? Method : never;
} & { readonly requests: Recorder['requests'] };

export function createControl(parts: Parts): Control {
  const methods = Object.entries(deeds).map(([name, { method }]) => [name, method(parts)]);
  // Each method is that of the deed of its name.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...Object.fromEntries(methods), requests: parts.recorder.requests } as Control;
}
