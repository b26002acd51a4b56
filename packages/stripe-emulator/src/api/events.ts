import type { Event } from '../world/state.ts';
import type { ListQuery, Page } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { isDelivered, pendingWebhooks } from '../webhooks/delivery-log.ts';
import { listParams } from '../wire/lists.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { bool, ignored, integer, list, text } from '../wire/params.ts';
import { invalidParam, referenceMissing, resourceMissing } from '../wire/stripe-error.ts';

const DAYS_KEPT = 30;
const READ_AT_ONCE = 100;

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
      const since = world.clock.nowUnix() - DAYS_KEPT * 86_400;
      const { rows, hasMore } = matchingPage(
        world,
        {
          account,
          where: { form: 'snapshot' },
          created: { ...created, gte: Math.max(since, created?.gte ?? 0) },
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
      const event = world.store.find('event', path['id'] ?? '');
      if (event === undefined || event.account !== account || event.form !== 'snapshot')
        throw resourceMissing('event', path['id'] ?? '');
      return snapshotToWire(world, event);
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/events',
    params: {
      limit: integer({ min: 1, max: 100 }),
      object_id: text(),
      types: list(text()),
      created: ignored(),
      page: text(),
    },
    run: ({ world, params }) => {
      const { limit = 20, page: startingAfter } = params;
      const page = world.store.list('event', {
        account: world.platform,
        where: { form: 'thin' },
        limit,
        startingAfter,
      });
      const last = page.rows.at(-1)?.id;
      return {
        data: page.rows.map(eventToWire),
        next_page_url: page.hasMore && last !== undefined ? `/v2/core/events?limit=${limit}&page=${last}` : null,
        previous_page_url: null,
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/events/:id',
    params: {},
    run: ({ world, path }) => {
      const event = world.store.find('event', path['id'] ?? '');
      if (event === undefined || event.form !== 'thin') throw resourceMissing('event', path['id'] ?? '');
      return eventToWire(event);
    },
  }),
];

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
