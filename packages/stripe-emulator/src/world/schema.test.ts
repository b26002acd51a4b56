import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { balanceMistakesOf } from '../test/ledger-mistakes.ts';
import { openAccount, openTestWorld, pay } from '../test/test-world.ts';
import { openStore } from './store.ts';
import { accountsWithNewMoney, balancesOf } from './ledger.ts';
import { createRefund } from './refunds.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  file = join(folder, 'world.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The schema as the first version made it, before schemas had numbers. */
const FIRST = `
  create table objects (
    seq integer primary key, kind text not null, id text not null unique, account text not null,
    created integer not null, document text not null
  ) strict;
  create index objects_newest on objects (kind, account, created, seq);
  create index charge_by_customer on objects
    (account, document ->> '$.customer', created, seq) where kind = 'charge';
  create table deliveries (
    seq integer primary key, event text not null, endpoint text not null, attempts integer not null default 0,
    due_ms integer not null, done integer not null default 0
  ) strict;
`;

/** Copies a world into a file as the first version of the emulator would have left it. */
function keepAsFirstVersion(world: ReturnType<typeof openTestWorld>): void {
  const old = new DatabaseSync(file);
  old.exec(FIRST);
  const insert = old.prepare('insert into objects values (?, ?, ?, ?, ?, ?)');
  for (const row of world.store.prepare('select seq, kind, id, account, created, document from objects').all())
    insert.run(...['seq', 'kind', 'id', 'account', 'created', 'document'].map((column) => String(row[column])));
  old.exec(`update objects set document = json_remove(document, '$.delivered') where kind = 'event'`);
  old.close();
}

test('a file of the first version is brought up to date: balances, pages and what was delivered', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  const { latestCharge } = pay(world, id, 5000);
  createRefund(world, { account: id, charge: latestCharge ?? '', amount: 1000 });
  keepAsFirstVersion(world);
  const undelivered =
    world.store.list('event', { account: id, where: { form: 'snapshot' }, limit: 1 }).rows[0]?.id ?? '';
  const old = new DatabaseSync(file);
  old.prepare(`insert into deliveries (event, endpoint, due_ms) values (?, 'we_1', 0)`).run(undelivered);
  old.close();

  const opened = { ...world, store: openStore(file) };
  expect(balancesOf(opened, id)).toEqual(balancesOf(world, id));
  expect(balanceMistakesOf(opened)).toEqual([]);
  const daysOf = ({ store }: typeof world) => store.prepare('select * from ledger_days order by account').all();
  expect(daysOf(opened)).toEqual(daysOf(world));
  expect(accountsWithNewMoney(opened, 0, 9e9)).toEqual(accountsWithNewMoney(world, 0, 9e9));
  const where = { form: 'snapshot', delivered: false } as const;
  expect(opened.store.all('event', id, where).map((event) => event.id)).toEqual([undelivered]);
  const query = { account: id, limit: 100 };
  expect(opened.store.list('balance_transaction', query)).toEqual(world.store.list('balance_transaction', query));
  opened.store.close();
  const again = { ...world, store: openStore(file) };
  expect(balancesOf(again, id)).toEqual(balancesOf(world, id));
  again.store.close();
});

test('a file of a later version is refused in words', () => {
  openStore(file).close();
  const later = new DatabaseSync(file);
  later.exec('pragma user_version = 1000');
  later.close();
  expect(() => openStore(file)).toThrow('made by a later version of the emulator');
});
