import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { CannotStart } from '../cannot-start.ts';
import type { Where } from './lookups.ts';
import {
  countOf,
  distinctValues,
  documentOf,
  type Everywhere,
  type ListQuery,
  type Page,
  pageOf,
  readAll,
  readEverywhere,
} from './queries.ts';
import { bringUpToDate } from './schema.ts';
import type { Kind, Kinds } from './state.ts';

/** Where all objects are: one SQLite file, or memory. Everything is synchronous, so nothing happens in between. */
export interface Store {
  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined;
  /** @throws {Error} when there is no such object: the caller's own mistake. */
  get<K extends Kind>(kind: K, id: string): Kinds[K];
  insert<K extends Kind>(kind: K, object: Kinds[K]): Kinds[K];
  update<K extends Kind>(kind: K, id: string, change: Partial<Kinds[K]>): Kinds[K];
  remove(kind: Kind, id: string): void;
  /** Newest first, by keyset: a page costs the same wherever it is. */
  list<K extends Kind>(kind: K, query: ListQuery<K>): Page<Kinds[K]>;
  /** Counts what a list would show on all its pages, by reading it. */
  count<K extends Kind>(kind: K, query: Pick<ListQuery<K>, 'account' | 'condition'>): number;
  /** Every object of a kind that an account has, or had made in a time, oldest first. */
  all<K extends Kind>(
    kind: K,
    account: string,
    where?: Where<K>,
    created?: ListQuery<K>['created'],
  ): readonly Kinds[K][];
  /** Every object of a kind, of all accounts, oldest first. It reads them all, whatever is asked for. */
  everywhere<K extends Kind>(kind: K, where?: Everywhere<K>): readonly Kinds[K][];
  /** The values that a field has among an account's objects of a kind; it costs as much as there are values. */
  valuesOf<K extends Kind>(
    kind: K,
    account: string,
    where: Where<K>,
    field: keyof Where<K> & string,
  ): readonly string[];
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

/**
 * Opens the store in a file, or in memory with `:memory:`. It is this process's alone as long as it is open: two
 * emulators on one file would deliver every event twice.
 *
 * @throws {CannotStart} when the file cannot be had.
 */
export function openStore(database: string): Store {
  const db = openDatabase(database);
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
      // That an event was delivered is nothing that anybody shows.
      if (kind !== 'event') touch(kind === 'account' ? id : object.account);
      return object;
    },
    remove: (kind, id) => {
      touch(get(kind, id).account);
      prepare('delete from objects where id = ?').run(id);
    },
    list: (kind, query) => pageOf(prepare, kind, query),
    count: (kind, query) => countOf(prepare, kind, query),
    all: (kind, account, where, created) => readAll(prepare, kind, account, where, created),
    everywhere: (kind, where) => readEverywhere(prepare, kind, where),
    valuesOf: (kind, account, where, field) => distinctValues(prepare, kind, account, where, field),
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
    // The indexes of a million objects do not fit into the two MiB that SQLite keeps at hand by itself.
    db.exec('pragma cache_size = -65536');
    bringUpToDate(db);
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
