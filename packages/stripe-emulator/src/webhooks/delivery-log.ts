import type { World } from '../world/world.ts';

/** How a delivery stands, as the table keeps it: 0 waits, 1 has arrived or is no longer wanted, 2 was given up. */
export const GIVEN_UP = 2;

/** One event on its way to one listener. */
export interface Delivery {
  readonly event: string;
  readonly type: string;
  readonly account: string;
  readonly url: string;
  readonly attempts: number;
  readonly state: 'waiting' | 'failing' | 'delivered' | 'given up';
}

/** Lists the newest deliveries first. */
export function latestDeliveries({ store }: World, limit: number): readonly Delivery[] {
  const rows = store.prepare('select event, endpoint, attempts, done from deliveries order by seq desc limit ?');
  return rows.all(limit).map((row) => {
    const event = store.find('event', String(row['event']));
    const attempts = Number(row['attempts']);
    return {
      event: String(row['event']),
      type: event?.type ?? '–',
      account: event?.account ?? '–',
      url: store.find('webhook_endpoint', String(row['endpoint']))?.url ?? 'removed',
      attempts,
      state: stateOf(Number(row['done']), attempts),
    };
  });
}

/** Counts the listeners who have not heard of an event yet. */
export function pendingWebhooks({ store }: World, event: string): number {
  return Number(
    store.prepare('select count(*) as waiting from deliveries where event = ? and done = 0').get(event)?.['waiting'],
  );
}

/** Notes on an event that everybody who listens has heard of it, once they have. */
export function noteDelivered({ store }: World, event: string): void {
  const open = store.prepare('select 1 from deliveries where event = ? and done <> 1 limit 1').get(event);
  if (open === undefined && store.find('event', event) !== undefined) store.update('event', event, { delivered: true });
}

function stateOf(done: number, attempts: number): Delivery['state'] {
  if (done === GIVEN_UP) return 'given up';
  if (done === 1) return 'delivered';
  return attempts === 0 ? 'waiting' : 'failing';
}
