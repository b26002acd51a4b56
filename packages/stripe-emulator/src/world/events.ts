import type Stripe from 'stripe';
import { DAY } from './days.ts';
import { newId } from './ids.ts';
import type { Event, Kind } from './state.ts';
import { type RelatedObject, relatedTo } from './thin-twins.ts';
import type { World } from './world.ts';

/** The version of Stripe's API that the pinned SDK speaks. */
export const API_VERSION = '2026-10-28.endive';

/** What thin events there are of objects of API v1. */
type TwinType = Extract<Stripe.V2.Core.Event['type'], `v1.${string}`>;

/** What snapshot events there are that have a thin twin: those of everything that the emulator does. */
type SnapshotType = Extract<Stripe.Event.Type, TwinType extends `v1.${infer Type}` ? Type : never>;

/** What thin events there are of accounts, their persons and links. */
type ThinType = Extract<Stripe.V2.Core.Event['type'], `v2.core.${string}`>;

/**
 * Tells that something happened to an object, in Stripe's shape of this moment, and queues it for whoever listens. With what
 * it was like before, or that part of it which may be different now, the event says what is; an update of nothing is none.
 */
export function emit(world: World, type: SnapshotType, kind: Kind, id: string, before?: object): void {
  const object = world.store.get(kind, id);
  const account = kind === 'account' ? id : object.account;
  emitObject(world, type, account, world.render(world, kind, object), before);
}

/** Tells that something happened to an object that is no row of its own, such as a balance. */
export function emitObject(world: World, type: SnapshotType, account: string, object: object, before?: object): void {
  const ofPlatform = account === world.platform;
  const previous = before && previousOf(before, object);
  if (previous !== undefined && type.endsWith('.updated') && Object.keys(previous).length === 0) return;
  const { request } = world.answering;
  const eventId = newId(world, 'evt');
  const body = {
    id: eventId,
    object: 'event',
    ...(!ofPlatform && { account }),
    api_version: API_VERSION,
    created: world.clock.nowUnix(),
    data: { object, ...(previous !== undefined && { previous_attributes: previous }) },
    livemode: world.settings.livemode,
    pending_webhooks: 0,
    request: { id: request?.id ?? null, idempotency_key: request?.idempotencyKey ?? null },
    type,
  };
  const scope = ofPlatform ? 'platform' : 'connect';
  keep(world, { id: eventId, account, type, form: 'snapshot', scope, body });
  keepTwin(world, { id: eventId, account, type, scope }, relatedTo(type, object));
}

/** Tells the same in the thin form, to whoever chose that one. */
function keepTwin(
  world: World,
  { id: snapshot, account, type, scope }: Pick<Event, 'account' | 'id' | 'scope'> & { readonly type: SnapshotType },
  related: RelatedObject | null,
): void {
  const id = newId(world, 'evt');
  const twin: TwinType = `v1.${type}`;
  const body = {
    ...thinBody(world, id, twin, related),
    ...(scope === 'connect' && { context: account }),
    snapshot_event: snapshot,
  };
  keep(world, { id, account, type: twin, form: 'thin', scope, related: related?.id ?? null, body });
}

/** Tells the platform, in the thin form of API v2, that something happened to one of its accounts. */
export function emitThin(world: World, type: ThinType, account: string, data?: object): void {
  const related = { id: account, type: 'v2.core.account', url: `/v2/core/accounts/${account}` };
  emitThinAbout(world, type, related, data);
}

/** Tells the platform that something happened which is about one of its accounts, and maybe about an object of its own. */
export function emitThinAbout(world: World, type: ThinType, related: Related | null, data?: object): void {
  const id = newId(world, 'evt');
  const body = { ...thinBody(world, id, type, related), ...(data !== undefined && { data }) };
  const relatedId = related?.id ?? null;
  keep(world, { id, account: world.platform, type, form: 'thin', scope: 'platform', related: relatedId, body });
}

/** Says what an object was like where it is different now: Stripe tells it of every change. */
export function previousOf(before: object, after: object): object {
  const now = new Map<string, unknown>(Object.entries(after));
  const different = Object.entries(before).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name)),
  );
  return Object.fromEntries(different);
}

/** How long an event can be asked for. */
const DAYS_KEPT = 30;

/** The moment from which on events can be asked for. */
export function eventsSince({ clock }: World): number {
  return clock.nowUnix() - DAYS_KEPT * DAY;
}

/** Forgets events that nobody can ask for any more, but those that somebody is still to hear of. */
export function forgetOldEvents(world: World): void {
  const { store } = world;
  const old = `select id from objects where kind = 'event' and created < ?
    and id not in (select event from deliveries where done = 0)`;
  store.prepare(`delete from deliveries where event in (${old})`).run(eventsSince(world));
  store.prepare(`delete from objects where id in (${old})`).run(eventsSince(world));
}

/** What a thin event of API v2 is about. */
type Related = Required<RelatedObject>;

/** Tells one listener alone of something, and returns the event as it is told. */
export function tellOne(world: World, type: ThinType, listener: { readonly id: string }, related: Related): object {
  const id = newId(world, 'evt');
  const body = thinBody(world, id, type, related);
  world.store.insert('event', {
    id,
    type,
    account: world.platform,
    form: 'thin',
    scope: 'platform',
    createdUnix: world.clock.nowUnix(),
    delivered: false,
    body: JSON.stringify(body),
  });
  queueFor(world, id, [listener]);
  return body;
}

function thinBody(
  { answering, clock, settings }: World,
  id: string,
  type: ThinType | TwinType,
  related: RelatedObject | null,
): object {
  const created = new Date(clock.nowMs()).toISOString();
  const { request } = answering;
  const reason = request && {
    type: 'request',
    request: { id: request.id, idempotency_key: request.idempotencyKey ?? '' },
  };
  const about = { ...(reason !== null && { reason }), ...(related !== null && { related_object: related }) };
  return { id, object: 'v2.core.event', type, livemode: settings.livemode, created, ...about };
}

function keep(
  world: World,
  { body, ...event }: Omit<Event, 'body' | 'createdUnix' | 'delivered'> & { readonly body: object },
): void {
  const listeners = world.store
    .everywhere('webhook_endpoint', { form: event.form, scope: event.scope, enabled: true })
    .filter(({ enabledEvents }) => enabledEvents.includes('*') || enabledEvents.includes(event.type));
  const told = 'pending_webhooks' in body ? { ...body, pending_webhooks: listeners.length } : body;
  const delivered = listeners.length === 0;
  const createdUnix = world.clock.nowUnix();
  world.store.insert('event', { ...event, createdUnix, delivered, body: JSON.stringify(told) });
  queueFor(world, event.id, listeners);
}

function queueFor(world: World, event: string, listeners: readonly { readonly id: string }[]): void {
  for (const { id } of listeners) {
    world.store.prepare('insert into deliveries (event, endpoint, due_ms) values (?, ?, ?)').run(event, id, Date.now());
  }
  // The transaction around us is synchronous: by the next microtask it is over.
  queueMicrotask(() => {
    world.wakeups.emit('told', event);
    if (listeners.length > 0) world.wakeups.emit('events');
  });
}
