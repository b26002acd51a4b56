import type { DatabaseSync } from 'node:sqlite';
import { INDEXES } from './lookups.ts';

const TABLES = `
  create table if not exists objects (
    seq integer primary key, kind text not null, id text not null unique, account text not null,
    created integer not null, document text not null
  ) strict;
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

/** One number for when an object was made and which one it was in that second: SQLite seeks by it, and not by two columns. */
const PLACES = `
  alter table objects add column place integer generated always as (created * 2147483648 + seq) virtual;
`;

/** What the ledger comes to, kept with every line. */
const BALANCES = `
  create table balances (
    account text not null, currency text not null, net integer not null, primary key (account, currency)
  ) strict, without rowid;
  create table settling (
    account text not null, currency text not null, available_unix integer not null, net integer not null,
    incoming integer not null, primary key (account, currency, available_unix)
  ) strict, without rowid;
  create index settling_when on settling (available_unix, account) where incoming > 0;
  create table ledger_days (
    account text not null, currency text not null, day integer not null, net integer not null,
    stripe_fees integer not null, primary key (account, currency, day)
  ) strict, without rowid;
`;

/** Makes the balances anew of all lines there are. */
export const BALANCES_OF_LINES = `
  insert into settling
    select account, document ->> '$.currency', document ->> '$.availableUnix',
      sum(document ->> '$.net'), sum(max(document ->> '$.net', 0))
    from objects where kind = 'balance_transaction' group by 1, 2, 3;
  insert into balances select account, currency, sum(net) from settling group by 1, 2;
  insert into ledger_days
    select account, document ->> '$.currency', created / 86400, sum(document ->> '$.net'), sum(
      (document ->> '$.type' = 'stripe_fee') +
      (select count(*) from json_each(document, '$.fees') where value ->> '$.type' = 'stripe_fee')
    )
    from objects where kind = 'balance_transaction' group by 1, 2, 3;
`;

const DELIVERED = `
  create index deliveries_of_event on deliveries (event);
  update objects set document = json_set(document, '$.delivered', json(
    case when exists (select 1 from deliveries where event = objects.id and done <> 1) then 'false' else 'true' end
  )) where kind = 'event';
`;

/** What each version of the schema added; a file made by an older one is brought up to date when it is opened. */
const VERSIONS: readonly string[] = [TABLES, PLACES, BALANCES + BALANCES_OF_LINES, DELIVERED];

/**
 * Brings a database to the schema of today.
 *
 * @throws {Error} when a later version of the emulator has made it.
 */
export function bringUpToDate(db: DatabaseSync): void {
  const version = Number(db.prepare('pragma user_version').get()?.['user_version']);
  if (version > VERSIONS.length)
    throw new Error('This database was made by a later version of the emulator. Use that version, or another file.');
  db.exec('begin immediate');
  for (const step of VERSIONS.slice(version)) db.exec(step);
  replaceIndexes(db);
  db.exec(`pragma user_version = ${VERSIONS.length}`);
  db.exec('commit');
}

/** Which indexes there are is today's decision alone, whoever made the file. */
function replaceIndexes(db: DatabaseSync): void {
  const known = new Map(
    db
      .prepare(`select name, sql from sqlite_schema where type = 'index' and tbl_name = 'objects' and sql is not null`)
      .all()
      // SQLite keeps the text as it was, but for these two words.
      .map(({ name, sql }) => [String(name), String(sql).replace('CREATE INDEX', 'create index')]),
  );
  for (const [name, sql] of known) if (INDEXES.get(name) !== sql) db.exec(`drop index ${name}`);
  for (const [name, sql] of INDEXES) if (known.get(name) !== sql) db.exec(sql);
}
