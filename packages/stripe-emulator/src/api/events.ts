import { eventsSince } from '../world/events.ts';
import type { Event } from '../world/state.ts';
import type { ListQuery } from '../world/queries.ts';
import type { World } from '../world/world.ts';
import { pendingWebhooks } from '../webhooks/delivery-log.ts';
import { listParams, pageAsked } from '../wire/lists.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import { bool, list, object, type Param, type ParamTable, text } from '../wire/params.ts';
import { invalidParam, resourceMissing } from '../wire/stripe-error.ts';
import { pageParams, pageV2 } from './page-v2.ts';

const MOST_TYPES = 20;

/** A range of moments, in seconds as the SDK has them or written out as the rest of API v2 does. */
const momentRange: Param<Range> = {
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
    run: (call) => {
      const { world, params } = call;
      const { type, types, delivery_success: delivered } = params;
      if (type !== undefined && types !== undefined)
        throw invalidParam('You may only specify one of these parameters: type, types.', 'type');
      const patterns = types ?? (type === undefined ? undefined : [type]);
      const { rows, hasMore } = pageAsked(
        { ...call, params: { ...params, created: kept(world, params.created) } },
        'event',
        {
          form: 'snapshot',
          delivered,
          type: patterns && typesLike(call, patterns),
        },
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
      const type = types.length === 0 ? undefined : types;
      if (types.length > MOST_TYPES) throw invalidParam(`You can name at most ${MOST_TYPES} event types.`, 'types');
      return pageV2(call, 'event', '/v2/core/events', eventToWire, {
        where: { form: 'thin', related, type },
        created: kept(world, created),
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
  readonly created: Range | undefined;
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

/** Finds the types that an account has events of and that a pattern stands for. */
function typesLike(
  { world, account }: Pick<Call<ParamTable>, 'account' | 'world'>,
  patterns: readonly string[],
): readonly string[] | undefined {
  if (patterns.includes('*')) return undefined;
  const known = world.store.valuesOf('event', account, { form: 'snapshot' }, 'type');
  return known.filter((type) => patterns.some((pattern) => matches(pattern, type)));
}

type Range = NonNullable<ListQuery<'event'>['created']>;

function kept(world: World, created: Range = {}): Range {
  return { ...created, gte: Math.max(eventsSince(world), created.gte ?? 0) };
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
