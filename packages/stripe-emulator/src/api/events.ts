import type { Event } from '../world/state.ts';
import { listParams } from '../wire/lists.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { integer, ignored, list, text } from '../wire/params.ts';
import { resourceMissing } from '../wire/stripe-error.ts';

const DAYS_KEPT = 30;

/** What happened in the last 30 days, in both forms. */
export const eventOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/events',
    params: { ...listParams, type: text(), types: list(text()), delivery_success: ignored() },
    run: ({ world, account, params }) => {
      const { type, types, limit = 10, starting_after: startingAfter, ending_before: endingBefore, created } = params;
      const since = world.clock.nowUnix() - DAYS_KEPT * 86_400;
      const page = world.store.list('event', {
        account,
        where: { form: 'snapshot', ...(type !== undefined && !type.includes('*') && { type }) },
        created: { ...created, gte: Math.max(since, created?.gte ?? 0) },
        limit,
        startingAfter,
        endingBefore,
      });
      const wanted = types ?? (type === undefined ? undefined : [type]);
      const rows = page.rows.filter(
        (event) => wanted === undefined || wanted.some((name) => matches(name, event.type)),
      );
      return { object: 'list', url: '/v1/events', has_more: page.hasMore, data: rows.map(eventToWire) };
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
      return eventToWire(event);
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

/** An event is stored as it was told. */
export function eventToWire({ body }: Event): object {
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('A stored event is not an object');
  return parsed;
}
