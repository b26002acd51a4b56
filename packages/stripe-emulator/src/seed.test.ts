import { rmSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { startEmulator } from './index.ts';

/** Lives the same few calls and returns every id there is then. */
async function idsAfterLife(seed: string | undefined, database = ':memory:'): Promise<readonly string[]> {
  const emulator = await startEmulator({ host: '127.0.0.1', port: 0, database, seed });
  const { hostname, port } = new URL(emulator.url);
  const stripe = new Stripe(emulator.secretKey, { host: hostname, port, protocol: 'http', telemetry: false });
  const { id } = await stripe.accounts.create({});
  emulator.control.completeOnboarding(id);
  const paid = await stripe.paymentIntents.create({ amount: 900, currency: 'usd' }, { stripeAccount: id });
  const rows = emulator.world.store.prepare('select id from objects order by seq').all();
  await emulator.close();
  return [emulator.secretKey, paid.client_secret ?? '', ...rows.map((row) => String(row['id']))];
}

test('the same calls with the same seed have the same ids, keys and secrets', async () => {
  const once = await idsAfterLife('bread');
  expect(await idsAfterLife('bread')).toEqual(once);
  expect(new Set(once).size).toBe(once.length);
});

test('another seed, or none, has others', async () => {
  const [bread, rye, chance, again] = await Promise.all(
    ['bread', 'rye', undefined, undefined].map((seed) => idsAfterLife(seed)),
  );
  for (const other of [rye, chance, again]) expect(other?.filter((id) => bread?.includes(id))).toEqual([]);
  expect(again?.filter((id) => chance?.includes(id))).toEqual([]);
});

test('a world that goes on does not begin its ids again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seeded-'));
  const database = join(folder, 'world.sqlite');
  await idsAfterLife('bread', database);
  const [key, secret, ...ids] = await idsAfterLife('bread', database);
  expect(new Set(ids).size).toBe(ids.length);
  expect([key, secret]).toEqual([expect.stringMatching(/^sk_test_/u), expect.any(String)]);
  rmSync(folder, { recursive: true });
});

test('an id of an object that is gone does not come again either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seeded-'));
  const database = join(folder, 'world.sqlite');
  const newest = async (): Promise<string> => {
    const emulator = await startEmulator({ host: '127.0.0.1', port: 0, database, seed: 'bread' });
    const { hostname, port } = new URL(emulator.url);
    const stripe = new Stripe(emulator.secretKey, { host: hostname, port, protocol: 'http', telemetry: false });
    const { id } = await stripe.webhookEndpoints.create({
      url: 'http://localhost/',
      enabled_events: ['charge.failed'],
    });
    await stripe.webhookEndpoints.del(id);
    await emulator.close();
    return id;
  };
  const ids = [await newest(), await newest(), await newest()];
  expect(new Set(ids).size).toBe(3);
  rmSync(folder, { recursive: true });
});
