import { invalidParam } from './stripe-error.ts';

/**
 * What an operation takes, as a table: it checks, converts and types the parameters, and refuses what it does not know in
 * Stripe's words.
 */
export interface Param<T> {
  readonly read: (raw: unknown, path: string) => T;
  readonly required: boolean;
}
interface RequiredParam<T> extends Param<T> {
  readonly required: true;
}
export type ParamTable = Readonly<Record<string, Param<unknown>>>;

/** The parameters a table describes, after reading. */
export type ParamsOf<Table extends ParamTable> = {
  readonly [Name in keyof Table]: Table[Name] extends RequiredParam<infer T>
    ? T
    : Table[Name] extends Param<infer T>
      ? T | undefined
      : never;
};

function param<T>(read: Param<T>['read']): Param<T> {
  return { read, required: false };
}

/** Demands a parameter. */
export function required<T>({ read }: Param<T>): RequiredParam<T> {
  return { read, required: true };
}

/** Text, up to a number of characters. */
export function text({ max = 5000 } = {}): Param<string> {
  return param((raw, path) => {
    if (typeof raw !== 'string') throw invalidParam(`Invalid string: ${shown(raw)}`, path);
    if (raw.length > max)
      throw invalidParam(`Invalid string: ${raw.slice(0, 12)}...; must be at most ${max} characters`, path);
    return raw;
  });
}

/** An e-mail address; an empty text takes the known one away. */
export function email({ max = 512 } = {}): Param<string> {
  return param((raw, path) => {
    const address = text({ max }).read(raw, path);
    if (address === '' || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(address)) return address;
    throw invalidParam(`Invalid email address: ${address}`, path, 'email_invalid');
  });
}

/** A whole number. */
export function integer({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = {}): Param<number> {
  return param((raw, path) => {
    if (!/^-?\d+$/u.test(String(raw)))
      throw invalidParam(`Invalid integer: ${shown(raw)}`, path, 'parameter_invalid_integer');
    const value = Number(raw);
    if (value < min)
      throw invalidParam(`This value must be greater than or equal to ${min}.`, path, 'parameter_invalid_integer');
    if (value > max)
      throw invalidParam(`This value must be less than or equal to ${max}.`, path, 'parameter_invalid_integer');
    return value;
  });
}

/** True or false. */
export function bool(): Param<boolean> {
  return param((raw, path) => {
    if (raw === true || raw === 'true') return true;
    if (raw === false || raw === 'false') return false;
    throw invalidParam(`Invalid boolean: ${shown(raw)}`, path);
  });
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Param<Word> {
  return param((raw, path) => {
    const word = words.find((known) => known === raw);
    if (word !== undefined) return word;
    const last = words.at(-1) ?? '';
    const choices =
      words.length === 1 ? last : `${words.slice(0, -1).join(', ')}${words.length > 2 ? ',' : ''} or ${last}`;
    throw invalidParam(`Invalid ${path}: must be one of ${choices}`, path);
  });
}

/** Names and values of the caller's own, or an empty text for none of them. API v2 writes null for an empty value. */
export function metadata(): Param<Readonly<Record<string, string>> | ''> {
  return param((raw, path) => {
    if (raw === '') return '';
    const entries = Object.entries(recordFrom(raw, path)).map(([key, value]): [string, string] => {
      if (typeof value === 'object' && value !== null)
        throw invalidParam(`Invalid string: ${shown(value)}`, `${path}[${key}]`);
      return [key, value === null ? '' : shown(value)];
    });
    for (const [key, value] of entries) {
      if (key.length > 40)
        throw invalidParam(
          `Metadata keys must be at most 40 characters; ${key.slice(0, 12)}... has ${key.length}.`,
          path,
        );
      if (value.length > 500) throw invalidParam('Metadata values must be at most 500 characters.', `${path}[${key}]`);
    }
    return Object.fromEntries(entries);
  });
}

/** A value, or an empty text, which takes the known one away. */
export function emptyable<T>(item: Param<T>): Param<T | ''> {
  return param((raw, path) => (raw === '' ? '' : item.read(raw, path)));
}

/** Several of the same. */
export function list<T>(item: Param<T>): Param<readonly T[]> {
  return param((raw, path) => {
    if (raw === '') return [];
    const items: readonly unknown[] = Array.isArray(raw) ? raw : Object.values(recordFrom(raw, path, 'Invalid array'));
    return items.map((value, index) => item.read(value, `${path}[${index}]`));
  });
}

/** Parameters inside a parameter. */
export function object<Table extends ParamTable>(table: Table): Param<ParamsOf<Table>> {
  return param((raw, path) => readParams(table, recordFrom(raw, path), path));
}

/** Names of the caller's choice, each with the same parameters. */
export function record<T>(item: Param<T>): Param<Readonly<Record<string, T>>> {
  return param((raw, path) =>
    Object.fromEntries(
      Object.entries(recordFrom(raw, path)).map(([key, value]) => [key, item.read(value, `${path}[${key}]`)]),
    ),
  );
}

/** A range of moments, or one: `created[gte]=…`. */
export function range(): Param<{
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}> {
  const bounds = object({ gt: integer(), gte: integer(), lt: integer(), lte: integer() });
  return param((raw, path) => {
    if (typeof raw !== 'object') {
      const exactly = integer().read(raw, path);
      return { gte: exactly, lte: exactly };
    }
    const read = Object.entries(bounds.read(raw, path)).filter(([, bound]) => bound !== undefined);
    return Object.fromEntries(read);
  });
}

/** Taken without a word and not acted upon: what the emulator knowingly leaves out. */
export function ignored(): Param<unknown> {
  return param((raw) => raw);
}

/**
 * Reads parameters by a table.
 *
 * @throws {StripeError} for the first that is unknown, missing or malformed.
 */
export function readParams<Table extends ParamTable>(
  table: Table,
  raw: Readonly<Record<string, unknown>>,
  path = '',
): ParamsOf<Table> {
  const nameOf = (name: string): string => (path === '' ? name : `${path}[${name}]`);
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(table, name))
      throw invalidParam(`Received unknown parameter: ${nameOf(name)}`, nameOf(name), 'parameter_unknown');
  }
  const read = Object.entries(table).map(([name, { read: readOne, required: isRequired }]) => {
    const value = raw[name];
    if (value !== undefined && value !== null) return [name, readOne(value, nameOf(name))];
    if (isRequired) throw invalidParam(`Missing required param: ${nameOf(name)}.`, nameOf(name), 'parameter_missing');
    return [name, undefined];
  });
  // Each entry was read by the table's own reader of that name.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(read) as ParamsOf<Table>;
}

function recordFrom(raw: unknown, path: string, complaint = 'Invalid object'): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null) throw invalidParam(complaint, path, 'parameter_invalid_empty');
  return Object.fromEntries(Object.entries(raw));
}

function shown(raw: unknown): string {
  return typeof raw === 'string' ? raw : JSON.stringify(raw);
}
