import type { ParamTable } from '../../wire/params.ts';
import type { Deed, Parts } from '../deed.ts';
import { accountDeeds } from './accounts.ts';
import { issuingDeeds } from './issuing.ts';
import { keyDeeds } from './keys.ts';
import { paymentDeeds } from './payments.ts';
import { timeDeeds } from './time.ts';
import { trafficDeeds } from './traffic.ts';

/**
 * Everything that may be done to the world, by the name of its method. TypeScript, HTTP and the page have it from here
 * alone: `advanceClock` is `POST /_emulator/advance-clock`.
 */
export const deeds = {
  ...timeDeeds,
  ...accountDeeds,
  ...issuingDeeds,
  ...paymentDeeds,
  ...keyDeeds,
  ...trafficDeeds,
};

export type DeedName = keyof typeof deeds;

const BY_PATH: ReadonlyMap<string, Deed<unknown>> = new Map(
  Object.entries(deeds).map(([name, deed]) => [pathOfDeed(name), deed]),
);

/** Returns how a deed is called in an address. */
export function pathOfDeed(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** Lists everything that may be done, and what each takes. */
export function describeDeeds(): readonly { readonly name: string; readonly params: readonly string[] }[] {
  return [...BY_PATH].map(([name, { params }]) => ({ name, params: namesIn(params) }));
}

/** The names that may be left out have a question mark. */
function namesIn(params: ParamTable): readonly string[] {
  return Object.entries(params).map(([name, { required }]) => (required ? name : `${name}?`));
}

interface DeedDone {
  readonly done: string;
  /** What was made, where something was. */
  readonly result?: unknown;
}

/**
 * Does what was asked for, by its name in an address. Returns what came of it; undefined when there is no such deed.
 *
 * @throws {StripeError} when a parameter is missing or wrong.
 */
export async function doDeed(
  parts: Parts,
  name: string,
  sent: Readonly<Record<string, unknown>>,
): Promise<DeedDone | undefined> {
  const deed = BY_PATH.get(name);
  if (deed === undefined) return undefined;
  const result = await deed.run(parts, sent);
  return { done: name, ...(result !== undefined && { result }) };
}
