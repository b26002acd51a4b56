import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { fieldSql, indexFor, type Value, type Where } from './lookups.ts';
import type { Kind, Kinds } from './state.ts';

export interface ListQuery<K extends Kind> {
  readonly account: string;
  readonly where?: Where<K>;
  /**
   * What `where` cannot say: all that fit otherwise are read until a page is full. Its SQL is the emulator's own, never a
   * caller's.
   */
  readonly condition?: Condition;
  readonly created?: { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number };
  readonly limit: number;
  /** Newest first, those older than this object. */
  readonly startingAfter?: string | undefined;
  /** Newest first, those just newer than this object. */
  readonly endingBefore?: string | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** A condition in SQL on the document and the moment of creation, with the values for its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

export type Everywhere<K extends Kind> = Readonly<Partial<Record<keyof Kinds[K] & string, Value>>>;

type Prepare = (sql: string) => StatementSync;

/** Reads a row as the object it keeps. */
// The kind is the caller's: it asked for rows of that kind only.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function documentOf<K extends Kind>(row: Readonly<Record<string, unknown>>): Kinds[K] {
  // What `insert` and `update` have written for this kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(String(row['document'])) as Kinds[K];
}

/** Reads one page, newest first: it costs the same wherever it is and however many there are. */
export function pageOf<K extends Kind>(prepare: Prepare, kind: K, query: ListQuery<K>): Page<Kinds[K]> {
  const backwards = query.startingAfter === undefined && query.endingBefore !== undefined;
  const arms = armsOf(kind, query.account, query.where, query);
  if (arms.length === 0) return { rows: [], hasMore: false };
  const bounds = boundsOf(prepare, query);
  const order = backwards ? 'place' : 'place desc';
  const found = prepare(`select document from (${union(arms, bounds.sql)} order by ${order} limit ?)`)
    .all(...arms.flatMap(({ values }) => [...values, ...bounds.values]), query.limit + 1)
    .map(documentOf<K>);
  const rows = found.slice(0, query.limit);
  return { rows: backwards ? rows.toReversed() : rows, hasMore: found.length > query.limit };
}

/** SQLite merges these as it reads them, each in its own order. */
function union(arms: readonly Condition[], bounds: string): string {
  return arms.map(({ sql }) => `select place, document from objects ${sql}${bounds}`).join(' union all ');
}

/** Counts what a page is the first one of. */
export function countOf<K extends Kind>(
  prepare: Prepare,
  kind: K,
  { account, condition }: Pick<ListQuery<K>, 'account' | 'condition'>,
): number {
  const arms = armsOf(kind, account, undefined, { condition });
  const counted = arms.map(({ sql, values }) => prepare(`select count(*) as count from objects ${sql}`).get(...values));
  return counted.reduce((sum, row) => sum + Number(row?.['count']), 0);
}

/** Reads every object of a kind that an account has, oldest first. */
export function readAll<K extends Kind>(
  prepare: Prepare,
  kind: K,
  account: string,
  where?: Where<K>,
  created?: ListQuery<K>['created'],
): readonly Kinds[K][] {
  const arms = armsOf(kind, account, where);
  if (arms.length === 0) return [];
  const bounds = boundsOf(prepare, { created });
  return prepare(`select document from (${union(arms, bounds.sql)} order by place)`)
    .all(...arms.flatMap(({ values }) => [...values, ...bounds.values]))
    .map(documentOf<K>);
}

/** Reads every object of a kind, of all accounts, oldest first. */
export function readEverywhere<K extends Kind>(prepare: Prepare, kind: K, where?: Everywhere<K>): readonly Kinds[K][] {
  const wanted = Object.entries<Value | undefined>(where ?? {}).flatMap(([field, value]) => conditionOn(field, value));
  const sql = wanted.map((part) => ` and ${part.sql}`).join('');
  return prepare(`select document from objects where kind = '${kind}'${sql} order by place`)
    .all(...wanted.flatMap(({ values }) => values))
    .map(documentOf<K>);
}

/** Finds the values of a field one after the other: each is one step into the index. */
export function distinctValues<K extends Kind>(
  prepare: Prepare,
  kind: K,
  account: string,
  where: Where<K>,
  field: string,
): readonly string[] {
  const name = fieldSql(field);
  const [arm] = armsOf(kind, account, where, { besides: [field] });
  if (arm === undefined) return [];
  const next = prepare(`select ${name} as value from objects ${arm.sql} and ${name} > ? order by ${name} limit 1`);
  const values: string[] = [];
  for (;;) {
    const value = next.get(...arm.values, values.at(-1) ?? '')?.['value'];
    if (typeof value !== 'string') return values;
    values.push(value);
  }
}

/**
 * Says where objects are found: in as many places of the index as there are values to choose from. The index is named, so
 * that SQLite refuses where it would read everything; what a condition is found by best is SQLite's own choice.
 */
function armsOf<K extends Kind>(
  kind: K,
  account: string,
  where?: Where<K>,
  { besides = [], condition }: Besides = {},
): Condition[] {
  const asked = Object.entries<Asked>(where ?? {}).filter(([, value]) => value !== undefined);
  const index = indexFor(kind, [...asked.map(([field]) => field), ...besides]);
  // An index of one kind is only used where the text of the query names the kind; it comes from the types, never from outside.
  const ofKind = `where kind = '${kind}' and account = ?`;
  const start =
    condition === undefined
      ? { sql: `indexed by ${index} ${ofKind}`, values: [account] }
      : { sql: `${ofKind} and ${condition.sql}`, values: [account, ...condition.values] };
  return asked.reduce<Condition[]>(
    (arms, [field, wanted]) => {
      const choices = isSeveral(wanted) ? wanted : [wanted];
      return arms.flatMap((arm) =>
        choices
          .flatMap((value) => conditionOn(field, value))
          .map(({ sql, values }) => ({ sql: `${arm.sql} and ${sql}`, values: [...arm.values, ...values] })),
      );
    },
    [start],
  );
}

/** What decides on an index besides the fields that are asked for. */
interface Besides {
  readonly besides?: readonly string[];
  readonly condition?: Condition | undefined;
}

type Asked = Value | readonly Value[] | undefined;

function isSeveral(wanted: Asked): wanted is readonly Value[] {
  return Array.isArray(wanted);
}

function conditionOn(field: string, value: Value | undefined): Condition[] {
  if (value === undefined) return [];
  return [{ sql: `${fieldSql(field)} is ?`, values: [typeof value === 'boolean' ? Number(value) : value] }];
}

/** A place in the order of a list; 0 is before everything of that second. */
interface Place {
  readonly created: number;
  readonly seq: number;
}

type Bounded = Pick<ListQuery<Kind>, 'endingBefore' | 'startingAfter'> & {
  readonly created?: ListQuery<Kind>['created'] | undefined;
};

/** Brings the range and the cursor to one end on each side, as SQLite seeks by one alone and reads past the other. */
function boundsOf(prepare: Prepare, { created = {}, startingAfter, endingBefore }: Bounded): Condition {
  const { gt, gte, lt, lte } = created;
  const after = startingAfter === undefined ? undefined : placeOf(prepare, startingAfter);
  const before = after !== undefined || endingBefore === undefined ? undefined : placeOf(prepare, endingBefore);
  const lower = [atStart(gt, 1), atStart(gte, 0), before]
    .filter((place) => place !== undefined)
    .toSorted(byPlace)
    .at(-1);
  const upper = [atStart(lt, 0), atStart(lte, 1), after]
    .filter((place) => place !== undefined)
    .toSorted(byPlace)
    .at(0);
  const ends = [
    { sign: '>', place: lower },
    { sign: '<', place: upper },
  ].flatMap(({ sign, place }) => (place === undefined ? [] : [{ sign, place }]));
  return {
    // Numbers are bound as floating ones, which are not exact enough for this product.
    sql: ends.map(({ sign }) => ` and place ${sign} cast(? as integer) * 2147483648 + cast(? as integer)`).join(''),
    values: ends.flatMap(({ place }) => [place.created, place.seq]),
  };
}

function atStart(second: number | undefined, later: 0 | 1): Place | undefined {
  return second === undefined ? undefined : { created: second + later, seq: 0 };
}

function byPlace(one: Place, other: Place): number {
  return one.created - other.created || one.seq - other.seq;
}

function placeOf(prepare: Prepare, id: string): Place | undefined {
  const row = prepare('select created, seq from objects where id = ?').get(id);
  return row && { created: Number(row['created']), seq: Number(row['seq']) };
}
