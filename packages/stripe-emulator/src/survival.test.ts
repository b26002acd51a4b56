import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Stripe from 'stripe';
import { expect, test, vi } from 'vitest';

const KILLS = Number(process.env['KILLS'] ?? 10);
const WRITERS = 4;
/** How many acknowledged writes each life has before it ends. */
const WRITES = 12;

interface Life {
  readonly child: ChildProcess;
  readonly stripe: Stripe;
}

/** Starts the emulator as its own process, and waits until it listens. */
async function start(database: string): Promise<Life> {
  const cli = join(import.meta.dirname, 'cli.ts');
  const child = spawn(process.execPath, [cli, '--port', '0', '--database', database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    if (/Publishable/u.test(said) || /pk_test_\w+/u.test(said)) break;
  }
  const url = new URL(/http:\/\/[\w.]+:\d+/u.exec(said)?.[0] ?? '');
  const key = /sk_test_\w+/u.exec(said)?.[0] ?? '';
  const options = {
    host: url.hostname,
    port: url.port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  } as const;
  return { child, stripe: new Stripe(key, options) };
}

async function kill({ child }: Life): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Pays until there is nobody to answer; says of every payment that was acknowledged. */
async function write({ stripe }: Life, acknowledged: Set<string>, enough: () => void): Promise<void> {
  for (;;) {
    try {
      const { id } = await stripe.paymentIntents.create({
        amount: 1000,
        currency: 'usd',
        payment_method: 'pm_card_visa',
        confirm: true,
        return_url: 'https://example.com/',
      });
      acknowledged.add(id);
      enough();
    } catch (error) {
      if (error instanceof Stripe.errors.StripeConnectionError) return;
      throw error;
    }
  }
}

/** Somebody who listens: keeps the id of every event that was delivered. */
async function listen(heard: Set<string>): Promise<{ readonly server: Server; readonly url: string }> {
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    heard.add(idOf(JSON.parse(await text(request))));
    response.end();
  };
  const server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address of this kind.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test(
  `killed ${KILLS} times under load, it has every acknowledged write, and whoever listens hears of each`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stripe-emulator-'));
    const database = join(folder, 'world.sqlite');
    const acknowledged = new Set<string>();
    const heard = new Set<string>();
    const { server, url } = await listen(heard);
    try {
      await registerWebhook(database, url);
      for (let time = 0; time < KILLS; time += 1) {
        const life = await start(database);
        const until = acknowledged.size + WRITES;
        const { promise: enough, resolve } = Promise.withResolvers<undefined>();
        const tell = (): void => {
          if (acknowledged.size >= until) resolve(undefined);
        };
        const writing = Array.from({ length: WRITERS }, () => write(life, acknowledged, tell));
        await enough;
        await kill(life);
        await Promise.all(writing);
      }
      const { payments, open, created, told, lines } = await lookAt(database, heard);
      expect([...acknowledged].filter((id) => !payments.includes(id))).toEqual([]);
      expect(open).toEqual([]);
      expect(created).toEqual(payments);
      expect(told).toEqual(payments);
      expect(lines).toBe(payments.length);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  },
  60_000 + KILLS * 30_000,
);

async function registerWebhook(database: string, url: string): Promise<void> {
  const life = await start(database);
  await life.stripe.webhookEndpoints.create({ url, enabled_events: ['payment_intent.succeeded'] });
  await kill(life);
}

/** What the world has, once all of it was heard; whatever is there was told, acknowledged or not: a payment and its events are one. */
async function lookAt(database: string, heard: ReadonlySet<string>) {
  const life = await start(database);
  const { stripe } = life;
  const all = { limit: 10_000 };
  try {
    const payments = await stripe.paymentIntents.list({ limit: 100 }).autoPagingToArray(all);
    const created = await stripe.events.list({ type: 'payment_intent.created', limit: 100 }).autoPagingToArray(all);
    const told = await stripe.events.list({ type: 'payment_intent.succeeded', limit: 100 }).autoPagingToArray(all);
    const unheard = (): readonly string[] => told.map(({ id }) => id).filter((id) => !heard.has(id));
    await vi.waitFor(() => expect(unheard()).toEqual([]), { timeout: 60_000, interval: 100 });
    const lines = await stripe.balanceTransactions.list({ type: 'charge', limit: 100 }).autoPagingToArray(all);
    return {
      payments: payments.map(({ id }) => id).toSorted(),
      open: payments.filter(({ status }) => status !== 'succeeded'),
      created: created.map(({ data }) => idOf(data.object)).toSorted(),
      told: told.map(({ data }) => idOf(data.object)).toSorted(),
      lines: lines.length,
    };
  } finally {
    await kill(life);
  }
}

function idOf(object: unknown): string {
  return typeof object === 'object' && object !== null && 'id' in object ? String(object.id) : '';
}
