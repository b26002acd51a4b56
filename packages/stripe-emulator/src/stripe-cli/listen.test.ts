import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Emulator, startEmulator } from '../index.ts';
import { type RealCli, realCli } from '../test/real-cli.ts';
import { charge, openAccount } from '../test/test-world.ts';

interface Received {
  readonly body: string;
  readonly signature: string;
}

let emulator: Emulator;
let cli: RealCli;
let shop: Server;
let shopUrl: string;
let received: Received[] = [];
const stripe = new Stripe('sk_test_anything');

beforeAll(async () => {
  emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  cli = realCli(emulator);
  shop = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ body, signature: String(request.headers['stripe-signature']) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address of this kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/hooks`;
});
afterEach(() => {
  received = [];
});
afterAll(async () => {
  cli.remove();
  shop.close();
  await emulator.close();
});

async function secret(): Promise<string> {
  return (await cli.run('listen', '--print-secret', '--skip-update')).output.trim();
}

test('`stripe listen` forwards events of connected accounts, signed with the secret it prints', async () => {
  const listening = await cli.listen('--all-snapshot', '--forward-to', shopUrl);
  const { id: account } = openAccount(emulator.world);
  charge(emulator.world, account, 900);
  const whsec = await secret();
  await vi.waitFor(() => {
    const events = received.map(({ body, signature }) => stripe.webhooks.constructEvent(body, signature, whsec));
    expect(events.filter(({ type }) => type === 'charge.succeeded').map((event) => event.account)).toEqual([account]);
    expect(listening.output()).toContain('[200]');
  }, 10_000);
  await listening.stop();
});

test('`stripe listen` forwards thin events', async () => {
  const listening = await cli.listen('--all-thin', '--forward-to', shopUrl);
  const { id } = openAccount(emulator.world);
  const whsec = await secret();
  await vi.waitFor(() => {
    const notices = received.map(({ body, signature }) => stripe.parseEventNotification(body, signature, whsec));
    const created = notices.find(({ type }) => type === 'v2.core.account.created');
    expect(created).toMatchObject({ related_object: { id } });
  }, 10_000);
  await listening.stop();
});

test('`stripe listen --latest` gets each event once', async () => {
  const listening = await cli.listen('--events', 'charge.succeeded', '--latest', '--forward-to', shopUrl);
  charge(emulator.world, openAccount(emulator.world).id, 900);
  await vi.waitFor(() => {
    expect(listening.output()).toContain('[200]');
  }, 10_000);
  expect(received).toHaveLength(1);
  await listening.stop();
});
