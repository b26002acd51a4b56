import { openStaffSetUp } from '@sellerdesk/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BareTestApp, startBareTestApp } from '../test/bare-test-app.ts';
import { runStaffCommand } from './index.ts';

let server: BareTestApp;
beforeAll(async () => {
  server = await startBareTestApp();
});
afterAll(() => server.close());

const run = (...args: readonly string[]): Promise<string> =>
  runStaffCommand({ database: server.database, publicUrl: 'https://sell.example', now: () => new Date() }, args);

test('adding somebody prints a link that sets them up, with its secret where no server logs it', async () => {
  const said = await run('add', 'ada@platform.example', '--name', 'Ada', '--role', 'admin');
  const [, token = ''] = /^https:\/\/sell\.example\/support\/set-up#([\w-]{43})$/mu.exec(said) ?? [];
  expect(await server.browser().client(openStaffSetUp, { body: { token } })).toMatchObject({ name: 'Ada' });
  expect(await run('list')).toBe('ada@platform.example\tAda\tadmin\tnot set up');
});

test('an address is one person’s, in any case', async () => {
  await run('add', 'bo@platform.example', '--name', 'Bo');
  await expect(run('add', 'BO@platform.example', '--name', 'Bo')).rejects.toThrow('has the address');
});

test('locking out, a new link and another role are for somebody there is', async () => {
  await run('add', 'cy@platform.example', '--name', 'Cy');
  await run('disable', 'cy@platform.example');
  expect(await run('list')).toContain('cy@platform.example\tCy\tsupport\tdisabled');
  await run('role', 'cy@platform.example', 'admin');
  expect(await run('reset', 'cy@platform.example')).toContain('/support/set-up#');
  expect(await run('list')).toContain('cy@platform.example\tCy\tadmin\tnot set up');
  for (const command of [['disable'], ['reset'], ['role', 'admin']])
    await expect(run(command[0] ?? '', 'nobody@platform.example', ...command.slice(1))).rejects.toThrow('Nobody');
});

test.each([
  [[]],
  [['fire', 'ada@platform.example']],
  [['add', 'ada@platform.example']],
  [['add', 'ada', '--name', 'Ada']],
  [['role', 'ada@platform.example']],
  [['views', 'maybe']],
  [['role', 'ada@platform.example', 'owner']],
  [['add', 'x@platform.example', '--name', 'X', '--admin']],
])('%j is answered with what can be said', async (args) => {
  await expect(run(...args)).rejects.toThrow(/^Usage:/u);
});
