import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../index.ts';
import { type RealCli, realCli } from '../test/real-cli.ts';
import { charge, openAccount } from '../test/test-world.ts';
import { inTodaysWords } from './older-words.ts';

let emulator: Emulator;
let cli: RealCli;
const folder = mkdtempSync(join(tmpdir(), 'stripe-fixtures-'));
beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  cli = realCli(emulator);
});
afterAll(async () => {
  cli.remove();
  rmSync(folder, { recursive: true });
  await emulator.close();
});

test('`stripe get` and `stripe post` reach a connected account', async () => {
  const { id: account } = openAccount(emulator.world);
  const { id } = charge(emulator.world, account, 4200);
  const read = await cli.run('get', `/v1/charges/${id}`, '--stripe-account', account);
  expect(read.output).toContain('"amount":4200');
  const changed = await cli.run('post', `/v1/charges/${id}`, '-d', 'description=Rye', '--stripe-account', account);
  expect(changed.code).toBe(0);
  expect(emulator.world.store.get('charge', id).description).toBe('Rye');
});

test('a resource command makes an object', async () => {
  const args = ['--amount', '1200', '--currency', 'usd'];
  const { output } = await cli.run('payment_intents', 'create', ...args);
  expect(JSON.parse(output)).toMatchObject({ object: 'payment_intent', amount: 1200, livemode: false });
});

test('a refusal arrives in its own words', async () => {
  const { output } = await cli.run('get', '/v1/charges/ch_guess');
  expect(output).toContain("No such charge: 'ch_guess'");
});

test('a file of fixtures is played, each referring to the one before', async () => {
  const file = join(folder, 'fixtures.json');
  const fixtures = [
    { name: 'acct', path: '/v1/accounts', method: 'post', params: { country: 'DE' } },
    { name: 'named', path: '/v1/accounts/${acct:id}', method: 'post', params: { metadata: { shop: 'Roggen' } } },
  ];
  writeFileSync(file, JSON.stringify({ _meta: { template_version: 0 }, fixtures }));
  const { code, output } = await cli.run('fixtures', file);
  expect({ code, output }).toMatchObject({ code: 0 });
  const accounts = emulator.world.store.everywhere('account');
  expect(accounts.map(({ metadata }) => metadata)).toContainEqual({ shop: 'Roggen' });
});

test('what an older version says is put in words of today, and nothing else is touched', () => {
  const form = 'amount=100&payment_method_types[]=card&confirm=true';
  const said = new URLSearchParams(inTodaysWords('/v1/payment_intents', form));
  expect(Object.fromEntries(said)).toEqual({
    amount: '100',
    confirm: 'true',
    'automatic_payment_methods[enabled]': 'true',
    'automatic_payment_methods[allow_redirects]': 'never',
  });
  expect(inTodaysWords('/v1/payment_intents', 'amount=1&return_url=x')).toBe('amount=1&return_url=x');
  expect(inTodaysWords('/v1/payouts', form)).toBe(form);
});
