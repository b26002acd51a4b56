import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { CannotStart } from '../cannot-start.ts';
import type { Kind, Kinds } from './state.ts';

export interface ListQuery {
  readonly account: string;
  /** Only objects whose fields have exactly these values. */
  readonly where?: Readonly<Record<string, string | number | boolean | null>>;
  /** What `where` cannot say. Its SQL is the emulator's own, never a caller's. */
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

/** Where all objects are: one SQLite file, or memory. Everything is synchronous, so nothing happens in between. */
export interface Store {
  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined;
  /** @throws {Error} when there is no such object: the caller's own mistake. */
  get<K extends Kind>(kind: K, id: string): Kinds[K];
  insert<K extends Kind>(kind: K, object: Kinds[K]): Kinds[K];
  update<K extends Kind>(kind: K, id: string, change: Partial<Kinds[K]>): Kinds[K];
  remove(kind: Kind, id: string): void;
  /** Newest first, by keyset: a page costs the same wherever it is. */
  list<K extends Kind>(kind: K, query: ListQuery): Page<Kinds[K]>;
  /** Counts what a list would show on all its pages. */
  count(kind: Kind, query: Pick<ListQuery, 'account' | 'condition'>): number;
  /** Every object of a kind that an account has, oldest first. */
  all<K extends Kind>(kind: K, account: string, where?: ListQuery['where']): readonly Kinds[K][];
  /** Every object of a kind, of all accounts, oldest first. */
  everywhere<K extends Kind>(kind: K, where?: ListQuery['where']): readonly Kinds[K][];
  /** Counts the changes made to an account's objects so far. */
  revision(account: string): number;
  /** Small facts beside the objects: keys, the clock. */
  readonly facts: { read(name: string): string | undefined; write(name: string, value: string): void };
  /** Does all of it or nothing; may be nested, and is then a part of the outer one. */
  transaction<T>(work: () => T): T;
  /** Does all of it or nothing inside a transaction that goes on either way. */
  attempt<T>(work: () => T): T;
  /** For tables of others: idempotency, deliveries. */
  prepare(sql: string): StatementSync;
  close(): void;
}

const SCHEMA = `
  create table if not exists objects (
    seq integer primary key, kind text not null, id text not null unique, account text not null,
    created integer not null, document text not null
  ) strict;
  create index if not exists objects_newest on objects (kind, account, created, seq);
  create table if not exists revisions (account text primary key, revision integer not null) strict, without rowid;
  create table if not exists facts (name text primary key, value text not null) strict, without rowid;
  create table if not exists idempotency (
    scope text not null, key text not null, fingerprint text not null, status integer not null, body text not null,
    created integer not null, primary key (scope, key)
  ) strict, without rowid;
  create table if not exists deliveries (
    seq integer primary key, event text not null, endpoint text not null, attempts integer not null default 0,
    due_ms integer not null, done integer not null default 0
  ) strict;
  create index if not exists deliveries_due on deliveries (done, due_ms);
  create table if not exists agenda (
    seq integer primary key, due_unix integer not null, deed text not null, id text not null
  ) strict;
  create index if not exists agenda_due on agenda (due_unix, seq);
  create table if not exists counters (
    seq integer primary key, side text not null, currency text not null, amount integer not null
  ) strict;
`;

/** What objects are looked up by besides their id: finding the refunds of a charge costs the same among a million. */
const LOOKED_UP_BY: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  account_link: ['flow'],
  account_session: ['signInToken'],
  application_fee: ['charge'],
  application_fee_refund: ['fee'],
  balance_transaction: ['payout', 'source'],
  charge: ['customer', 'paymentIntent'],
  checkout_session: ['paymentIntent'],
  dispute: ['charge', 'paymentIntent'],
  early_fraud_warning: ['charge', 'paymentIntent'],
  payment_intent: ['customer'],
  refund: ['charge', 'paymentIntent'],
  transfer: ['destination', 'sourceTransaction', 'transferGroup'],
  transfer_reversal: ['destinationPaymentRefund', 'transfer'],
};

const INDEXES = Object.entries(LOOKED_UP_BY)
  .flatMap(([kind, fields]) =>
    fields.map(
      (field) => `create index if not exists ${kind}_by_${field} on objects
        (account, document ->> '$.${field}', created, seq) where kind = '${kind}';`,
    ),
  )
  .join('\n');

/** Searching for the customer of an e-mail address, however it is written, costs the same among a million. */
const EMAIL_INDEX = `create index if not exists customer_by_email on objects
  (account, lower(document ->> '$.email'), created, seq) where kind = 'customer'`;

/** Summing a balance up reads this alone, and no line of the ledger. */
const LEDGER_INDEX = `create index if not exists ledger on objects
  (account, document ->> '$.currency', document ->> '$.availableUnix', document ->> '$.net')
  where kind = 'balance_transaction'`;

/** Forgetting old events looks at no others. */
const EVENTS_INDEX = `create index if not exists events_by_age on objects (created) where kind = 'event'`;

/**
 * Opens the store in a file, or in memory with `:memory:`. It is this process's alone as long as it is open: two
 * emulators on one file would deliver every event twice.
 *
 * @throws {CannotStart} when the file cannot be had.
 */
export function openStore(database: string): Store {
  const db = openDatabase(database);
  db.exec(SCHEMA);
  db.exec(INDEXES);
  db.exec(EMAIL_INDEX);
  db.exec(LEDGER_INDEX);
  db.exec(EVENTS_INDEX);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  let depth = 0;

  function transaction<T>(work: () => T): T {
    if (depth > 0) return work();
    depth += 1;
    db.exec('begin immediate');
    try {
      const result = work();
      db.exec('commit');
      return result;
    } catch (error) {
      db.exec('rollback');
      throw error;
    } finally {
      depth -= 1;
    }
  }

  function attempt<T>(work: () => T): T {
    db.exec('savepoint attempt');
    try {
      return work();
    } catch (error) {
      db.exec('rollback to attempt');
      throw error;
    } finally {
      db.exec('release attempt');
    }
  }

  const touch = (account: string): void => {
    prepare('insert into revisions values (?, 1) on conflict do update set revision = revision + 1').run(account);
  };

  function find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    const row = prepare('select document from objects where id = ? and kind = ?').get(id, kind);
    return row && documentOf<K>(row);
  }

  function get<K extends Kind>(kind: K, id: string): Kinds[K] {
    const object = find(kind, id);
    if (object === undefined) throw new Error(`The emulator has no ${kind} ${id}`);
    return object;
  }

  return {
    find,
    get,
    insert: (kind, object) => {
      prepare('insert into objects (kind, id, account, created, document) values (?, ?, ?, ?, ?)').run(
        kind,
        object.id,
        object.account,
        object.createdUnix,
        JSON.stringify(object),
      );
      touch(object.account);
      return object;
    },
    update: (kind, id, change) => {
      const object = { ...get(kind, id), ...change };
      prepare('update objects set document = ? where id = ?').run(JSON.stringify(object), id);
      touch(kind === 'account' ? id : object.account);
      return object;
    },
    remove: (kind, id) => {
      touch(get(kind, id).account);
      prepare('delete from objects where id = ?').run(id);
    },
    list: (kind, query) => pageOf(prepare, kind, query),
    count: (kind, { account, condition }) => {
      const { sql, values } = conditions({ kind, account }, {}, condition);
      return Number(prepare(`select count(*) as count from objects where ${sql}`).get(...values)?.['count']);
    },
    all: (kind, account, where = {}) => {
      const { sql, values } = conditions({ kind, account }, where);
      return prepare(`select document from objects where ${sql} order by created, seq`)
        .all(...values)
        .map(documentOf<typeof kind>);
    },
    everywhere: (kind, where = {}) => {
      const { sql, values } = conditions({ kind }, where);
      return prepare(`select document from objects where ${sql} order by created, seq`)
        .all(...values)
        .map(documentOf<typeof kind>);
    },
    revision: (account) =>
      Number(prepare('select revision from revisions where account = ?').get(account)?.['revision'] ?? 0),
    facts: {
      read: (name) => prepare('select value from facts where name = ?').get(name)?.['value']?.toString(),
      write: (name, value) => {
        prepare('insert into facts values (?, ?) on conflict do update set value = excluded.value').run(name, value);
      },
    },
    transaction,
    attempt,
    prepare,
    close: () => {
      statements.clear();
      db.close();
    },
  };
}

function openDatabase(database: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(database);
    // The lock is taken with the first transaction, and kept.
    db.exec('pragma busy_timeout = 2000; pragma locking_mode = exclusive; pragma journal_mode = wal');
    db.exec('pragma synchronous = normal; begin exclusive; commit');
    return db;
  } catch (error) {
    db?.close();
    throw new CannotStart(whyNot(database, error), { cause: error });
  }
}

/** SQLite's own number for a file that somebody else holds. */
const SQLITE_BUSY = 5;

function whyNot(database: string, error: unknown): string {
  const isHeld = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
  if (isHeld)
    return `Another emulator, or a program that reads it, holds ${database}: end that one, or name another file.`;
  return `${database} cannot be opened as a database: ${error instanceof Error ? error.message : String(error)}.`;
}

// The kind is the caller's: it asked for rows of that kind only.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function documentOf<K extends Kind>(row: Readonly<Record<string, unknown>>): Kinds[K] {
  // What `insert` and `update` have written for this kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(String(row['document'])) as Kinds[K];
}

function pageOf<K extends Kind>(prepare: Store['prepare'], kind: K, query: ListQuery): Page<Kinds[K]> {
  const { sql, values } = conditions({ kind, account: query.account }, query.where ?? {}, query.condition);
  const parts = [sql];
  for (const [name, sign] of [
    ['gt', '>'],
    ['gte', '>='],
    ['lt', '<'],
    ['lte', '<='],
  ] as const) {
    const bound = query.created?.[name];
    if (bound === undefined) continue;
    parts.push(`created ${sign} ?`);
    values.push(bound);
  }
  const cursor = query.startingAfter ?? query.endingBefore;
  const backwards = query.startingAfter === undefined && query.endingBefore !== undefined;
  if (cursor !== undefined) {
    parts.push(`(created, seq) ${backwards ? '>' : '<'} (select created, seq from objects where id = ?)`);
    values.push(cursor);
  }
  const order = backwards ? 'created, seq' : 'created desc, seq desc';
  const found = prepare(`select document from objects where ${parts.join(' and ')} order by ${order} limit ?`)
    .all(...values, query.limit + 1)
    .map(documentOf<K>);
  const rows = found.slice(0, query.limit);
  return { rows: backwards ? rows.toReversed() : rows, hasMore: found.length > query.limit };
}

function conditions(
  columns: Readonly<Record<string, string>>,
  where: NonNullable<ListQuery['where']>,
  condition?: Condition,
) {
  const values: SQLInputValue[] = [];
  const parts = Object.entries(columns).map(([column, value]) => {
    // An index of one kind is only used where the text of the query names the kind; it comes from the types, never from outside.
    if (column === 'kind') return `kind = '${value}'`;
    values.push(value);
    return `${column} = ?`;
  });
  for (const [field, value] of Object.entries(where)) {
    values.push(typeof value === 'boolean' ? Number(value) : value);
    parts.push(`document ->> '$.${field}' is ?`);
  }
  if (condition !== undefined) {
    parts.push(condition.sql);
    values.push(...condition.values);
  }
  return { sql: parts.join(' and '), values };
}
