import type { WebhookEndpoint } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { GIVEN_UP, noteDelivered } from './delivery-log.ts';
import { signatureHeader } from './sign.ts';

/** How long to wait after each failure: closer together than Stripe's hours, so that a developer sees them. */
const RETRY_AFTER_MS = [1_000, 5_000, 30_000, 300_000, 3_600_000] as const;
const TIMEOUT_MS = 10_000;
const AT_ONCE = 6;
/** So many of those that wait longest change places. */
const SHUFFLED_AMONG = 1000;

export interface Deliveries {
  /** Holds everything back until resumed. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Sends every event this many times from now on; 1 is once. */
  readonly duplicate: (times: number) => void;
  /** Sends what is waiting in any order. */
  readonly shuffle: (on: boolean) => void;
  /** Resolves when nothing is waiting or on its way. A delivery that failed and waits for its next try counts as done. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Due {
  readonly seq: number;
  readonly event: string;
  readonly endpoint: string;
  readonly attempts: number;
}

/** Delivers events to whoever listens, signed, again after a failure; what was not delivered survives a restart. */
export function deliverEvents(world: World): Deliveries {
  const under = new Map<number, Promise<void>>();
  const stopping = new AbortController();
  let paused = false;
  let times = 1;
  let shuffled = false;
  let timer: NodeJS.Timeout | undefined;

  function pump(): void {
    if (paused || stopping.signal.aborted) return;
    clearTimeout(timer);
    for (const due of dueNow(world, AT_ONCE - under.size, [...under.keys()], shuffled)) {
      const sending = deliver(world, due, times, stopping.signal).finally(() => {
        under.delete(due.seq);
        pump();
      });
      under.set(due.seq, sending);
    }
    const next = nextDueMs(world);
    if (under.size === 0 && next !== undefined) timer = setTimeout(pump, Math.max(next - Date.now(), 0)).unref();
  }

  world.wakeups.on('events', pump);
  pump();
  return {
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      pump();
    },
    duplicate: (wanted) => {
      times = wanted;
    },
    shuffle: (on) => {
      shuffled = on;
    },
    settled: async () => {
      // Events are queued in a microtask after their transaction.
      await Promise.resolve();
      pump();
      while (under.size > 0) await Promise.all(under.values());
    },
    stop: async () => {
      clearTimeout(timer);
      stopping.abort();
      await Promise.all(under.values());
    },
  };
}

function dueNow(world: World, limit: number, busy: readonly number[], shuffled: boolean): readonly Due[] {
  if (limit <= 0) return [];
  const rows = world.store
    .prepare(
      'select seq, event, endpoint, attempts from deliveries where done = 0 and due_ms <= ? order by due_ms, seq limit ?',
    )
    .all(Date.now(), shuffled ? SHUFFLED_AMONG : limit + busy.length)
    .map((row) => ({
      seq: Number(row['seq']),
      event: String(row['event']),
      endpoint: String(row['endpoint']),
      attempts: Number(row['attempts']),
    }))
    .filter(({ seq }) => !busy.includes(seq));
  return (shuffled ? inAnyOrder(world, rows) : rows).slice(0, limit);
}

function inAnyOrder<T>({ chatter }: World, rows: readonly T[]): readonly T[] {
  const placed = rows.map((row) => ({ row, place: Buffer.from(chatter(4)).readUInt32BE() }));
  return placed.toSorted((one, other) => one.place - other.place).map(({ row }) => row);
}

function nextDueMs({ store }: World): number | undefined {
  const next = store.prepare('select min(due_ms) as next from deliveries where done = 0').get()?.['next'];
  return typeof next === 'number' ? next : undefined;
}

async function deliver(world: World, due: Due, times: number, stopping: AbortSignal): Promise<void> {
  const endpoint = world.store.find('webhook_endpoint', due.endpoint);
  const event = world.store.find('event', due.event);
  if (endpoint?.enabled !== true || event === undefined) {
    finish(world, due);
    return;
  }
  const results: boolean[] = [];
  for (let sent = 0; sent < times; sent += 1)
    results.push(await post(endpoint.url, bodyFor(event.body, endpoint), endpoint.secret, stopping));
  if (stopping.aborted) return;
  if (results.every(Boolean)) finish(world, due);
  else postpone(world, due);
}

/** Libraries that are pinned to a version refuse events of another one: an endpoint's own is named, in the pinned shape. */
function bodyFor(body: string, { apiVersion, form }: WebhookEndpoint): string {
  if (apiVersion === null || form === 'thin') return body;
  const event: object = JSON.parse(body);
  return JSON.stringify({ ...event, api_version: apiVersion });
}

async function post(url: string, body: string, secret: string, stopping: AbortSignal): Promise<boolean> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signatureHeader(body, secret),
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopping]);
  try {
    const { ok } = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
    return ok;
  } catch {
    // Nobody is there, or not in time: tried again later, as any other failure.
    return false;
  }
}

function finish(world: World, { seq, event }: Due): void {
  world.store.transaction(() => {
    world.store.prepare('update deliveries set done = 1 where seq = ?').run(seq);
    noteDelivered(world, event);
  });
}

function postpone({ store }: World, { seq, attempts }: Due): void {
  const wait = RETRY_AFTER_MS[attempts];
  store
    .prepare('update deliveries set attempts = ?, due_ms = ?, done = ? where seq = ?')
    .run(attempts + 1, Date.now() + (wait ?? 0), wait === undefined ? GIVEN_UP : 0, seq);
}
