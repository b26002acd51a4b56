import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RESOURCES = join(import.meta.dirname, '../node_modules/stripe/esm/resources');

/** A type of the SDK: its fields, each with its type as it is written. */
type Fields = ReadonlyMap<string, string>;

/**
 * Reads from the SDK's types which fields of an object of API v1 hold an id or the object itself: those can be expanded.
 * Returns paths by the `object` of what has them, for example `charge` with `transfer_data.destination`.
 */
export function expandableFields(): ReadonlyMap<string, readonly string[]> {
  return new Map(filesOf(RESOURCES).flatMap((file) => expandableIn(new Map(typesIn(readFileSync(file, 'utf8'))))));
}

/** The parts of an object are types of the same file; other files may have types of the same name. */
function expandableIn(types: ReadonlyMap<string, Fields>): readonly (readonly [string, readonly string[]])[] {
  return Array.from(types).flatMap(([name, fields]) => {
    const word = /^'(?<word>[^']+)'$/u.exec(fields.get('object') ?? '')?.groups?.['word'];
    return word === undefined || name.startsWith('Deleted') ? [] : [[word, pathsOf(types, name)] as const];
  });
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts') && !file.startsWith('V2'))
    .map((file) => join(folder, file));
}

/** The types of a file by their names, `Charge` and `Charge.TransferData`. */
function* typesIn(source: string): Iterable<readonly [string, Fields]> {
  const around: string[] = [];
  let fields = new Map<string, string>();
  for (const line of source.split('\n')) {
    const opened = /^\s*(?:export )?(?:declare )?(?:interface|namespace) (?<name>\w+).*\{$/u.exec(line)?.groups?.[
      'name'
    ];
    const field = /^\s*(?<name>\w+)\??: (?<type>.*);$/u.exec(line)?.groups;
    if (opened !== undefined) {
      around.push(opened);
      fields = new Map();
    } else if (/^\s*\}$/u.test(line)) {
      if (fields.size > 0) yield [around.join('.'), fields];
      fields = new Map();
      around.pop();
    } else if (field !== undefined) fields.set(field['name'] ?? '', field['type'] ?? '');
  }
}

/** Stripe expands four levels, so parts that are parts of themselves come to an end. */
function pathsOf(types: ReadonlyMap<string, Fields>, name: string, depth = 1): readonly string[] {
  if (depth > 4) return [];
  return Array.from(types.get(name) ?? []).flatMap(([field, type]) => {
    if (/^string \| (?!OtherString)[A-Z]/u.test(type)) return [field];
    const part = partNamed(types, name, /^(?<part>[A-Z][\w.]+)(?: \| null)?$/u.exec(type)?.groups?.['part'] ?? '');
    return part === undefined ? [] : pathsOf(types, part, depth + 1).map((path) => `${field}.${path}`);
  });
}

/** Finds a part by its name, as it is seen from inside the namespace of what has it; an object of its own is no part. */
function partNamed(types: ReadonlyMap<string, Fields>, from: string, part: string): string | undefined {
  const scopes = from.split('.');
  const names = scopes.map((_, index) => [...scopes.slice(0, scopes.length - index), part].join('.'));
  return [...names, part].find((name) => name !== from && types.get(name)?.has('object') === false);
}
