import { eventsSince } from '../world/events.ts';
import type { Event } from '../world/state.ts';
import type { ListQuery, Page } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { isDelivered, pendingWebhooks } from '../webhooks/delivery-log.ts';
import { listParams } from '../wire/lists.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { bool, list, object, type Param, text } from '../wire/params.ts';
import { invalidParam, referenceMissing, resourceMissing } from '../wire/stripe-error.ts';
import { pageParams, pageV2 } from './page-v2.ts';

const READ_AT_ONCE = 100;
const MOST_TYPES = 20;

/** A range of moments, in seconds as the SDK has them or written out as the rest of API v2 does. */
const momentRange: Param<NonNullable<ListQuery['created']>> = {
  required: false,
  read: (raw, path) => {
    const bounds = object({ gt: text(), gte: text(), lt: text(), lte: text() }).read(raw, path);
    const read = Object.entries(bounds).flatMap(([name, bound]) =>
      bound === undefined ? [] : [[name, unixFrom(bound, `${path}[${name}]`)] as const],
    );
    return Object.fromEntries(read);
  },
};

/** What happened in the last 30 days, in both forms. */
export const eventOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/events',
    params: { ...listParams, type: text(), types: list(text()), delivery_success: bool() },
    run: ({ world, account, params }) => {
      const { type, types, limit = 10, created, delivery_success: delivered } = params;
      if (type !== undefined && types !== undefined)
        throw invalidParam('You may only specify one of these parameters: type, types.', 'type');
      requireCursors(world, account, params);
      const wanted = types ?? (type === undefined ? undefined : [type]);
      const { rows, hasMore } = matchingPage(
        world,
        {
          account,
          where: { form: 'snapshot' },
          created: { ...created, gte: Math.max(eventsSince(world), created?.gte ?? 0) },
          limit,
          startingAfter: params.starting_after,
          endingBefore: params.ending_before,
        },
        (event) =>
          (wanted === undefined || wanted.some((name) => matches(name, event.type))) &&
          (delivered === undefined || isDelivered(world, event.id) === delivered),
      );
      const data = rows.map((event) => snapshotToWire(world, event));
      return { object: 'list', url: '/v1/events', has_more: hasMore, data };
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/events/:id',
    params: {},
    run: ({ world, account, path }) => {
      const event = eventOf(world, path['id'] ?? '', 'snapshot');
      if (event.account !== account) throw resourceMissing('event', event.id);
      return snapshotToWire(world, event);
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/events',
    params: { ...pageParams, object_id: text(), types: list(text()), created: momentRange },
    run: (call) => {
      const { world, params } = call;
      const { created, object_id: related, types = [] } = params;
      if (types.length > MOST_TYPES) throw invalidParam(`You can name at most ${MOST_TYPES} event types.`, 'types');
      return pageV2(call, 'event', '/v2/core/events', eventToWire, {
        where: { form: 'thin', ...(related !== undefined && { related }) },
        created: { ...created, gte: Math.max(eventsSince(world), created?.gte ?? 0) },
        read: (query) => matchingPage(world, query, ({ type }) => types.length === 0 || types.includes(type)),
        asked: askedFor({ created, related, types }),
      });
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/events/:id',
    params: {},
    run: ({ world, path }) => {
      return eventToWire(eventOf(world, path['id'] ?? '', 'thin'));
    },
  }),
];

/** Finds an event that can still be asked for. */
function eventOf(world: World, id: string, form: Event['form']): Event {
  const event = world.store.find('event', id);
  if (event?.form === form && event.createdUnix >= eventsSince(world)) return event;
  throw resourceMissing('event', id);
}

function unixFrom(moment: string, path: string): number {
  if (/^\d+$/u.test(moment)) return Number(moment);
  const ms = Date.parse(moment);
  if (Number.isNaN(ms)) throw invalidParam(`Invalid timestamp: ${moment}`, path);
  return Math.floor(ms / 1000);
}

interface Filters {
  readonly created: ListQuery['created'];
  readonly related: string | undefined;
  readonly types: readonly string[];
}

/** Repeats the filters for the address of another page. */
function askedFor({ created = {}, related, types }: Filters): string {
  const fields = [
    ...Object.entries(created).map(([name, bound]) => [`created[${name}]`, String(bound)] as const),
    ...(related === undefined ? [] : [['object_id', related] as const]),
    ...types.map((type, index) => [`types[${index}]`, type] as const),
  ];
  return fields.map(([name, value]) => `&${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('');
}

/** `charge.*` stands for every event of a charge. */
function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** Reads on until a page of events that match is full, or nothing is left. */
function matchingPage({ store }: World, query: ListQuery, fits: (event: Event) => boolean): Page<Event> {
  const backwards = query.startingAfter === undefined && query.endingBefore !== undefined;
  const found: Event[] = [];
  let next: Partial<ListQuery> = {};
  for (;;) {
    const { rows, hasMore } = store.list('event', { ...query, ...next, limit: READ_AT_ONCE });
    const fitting = rows.filter(fits);
    if (backwards) found.unshift(...fitting);
    else found.push(...fitting);
    const last = backwards ? rows.at(0)?.id : rows.at(-1)?.id;
    if (found.length > query.limit || !hasMore || last === undefined) break;
    next = backwards ? { endingBefore: last } : { startingAfter: last };
  }
  const rows = backwards ? found.slice(-query.limit) : found.slice(0, query.limit);
  return { rows, hasMore: found.length > query.limit };
}

function requireCursors(
  { store }: World,
  account: string,
  cursors: { readonly starting_after?: string | undefined; readonly ending_before?: string | undefined },
): void {
  const { starting_after: after, ending_before: before } = cursors;
  if (after !== undefined && before !== undefined)
    throw invalidParam('You can only use one of starting_after and ending_before.', 'starting_after');
  for (const [param, id] of Object.entries({ starting_after: after, ending_before: before }))
    if (id !== undefined && store.find('event', id)?.account !== account) throw referenceMissing('event', id, param);
}

function snapshotToWire(world: World, event: Event): object {
  return { ...eventToWire(event), pending_webhooks: pendingWebhooks(world, event.id) };
}

/** An event is stored as it was told. */
export function eventToWire({ body }: Event): object {
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('A stored event is not an object');
  return parsed;
}
