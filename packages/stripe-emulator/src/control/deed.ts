import { type ParamsOf, type ParamTable, readParams } from '../wire/params.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import type { Happening } from '../world/passing-time.ts';
import type { World } from '../world/world.ts';
import type { Faults } from './faults.ts';
import type { Recorder } from './requests.ts';

/** What deeds are done with. */
export interface Parts {
  readonly world: World;
  readonly happenings: readonly Happening[];
  readonly recorder: Recorder;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
}

/** One thing that may be done to the world: as a method of `Control`, and the same over HTTP and on the page. */
export interface Deed<Method> {
  readonly method: (parts: Parts) => Method;
  /** What it takes over HTTP and on the page. */
  readonly params: ParamTable;
  /** @throws {StripeError} when a parameter is missing or wrong. */
  readonly run: (parts: Parts, sent: Readonly<Record<string, unknown>>) => unknown;
}

/** Writes a deed down once: what it takes by name, the method that does it, and how the names become its arguments. */
export function deed<const Table extends ParamTable, Method>(
  params: Table,
  method: (parts: Parts) => Method,
  call: (method: Method, params: ParamsOf<Table>) => unknown,
): Deed<Method> {
  return { method, params, run: (parts, sent) => call(method(parts), readParams(params, sent)) };
}
