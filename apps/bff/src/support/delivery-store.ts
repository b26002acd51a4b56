import type { Delivery } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import type { Cursor } from '../http/index.ts';

/** A webhook event with what became of it. */
export interface DeliveryRow {
  readonly eventId: string;
  readonly type: string;
  readonly createdAt: Date;
  readonly receivedAt: Date;
  readonly attempts: number;
  readonly appliedAt: Date | null;
  readonly tryAt: Date;
  readonly quarantine: Delivery['quarantine'];
}

/** Returns events of an account, by when they came here, newest first. */
export async function selectDeliveries(
  sql: Sql,
  stripeAccountId: string,
  { after, limit }: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<DeliveryRow[]> {
  return sql<DeliveryRow>`
    select event_id as "eventId", type, created_at as "createdAt", received_at as "receivedAt", attempts,
      applied_at as "appliedAt", try_at as "tryAt", quarantine
    from webhook_events
    where account = ${stripeAccountId}
      and (${after?.id ?? null}::text is null
        or (received_at, event_id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::text))
    order by received_at desc, event_id desc limit ${limit}`;
}
