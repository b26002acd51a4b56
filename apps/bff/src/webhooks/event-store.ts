import type { Mode } from '../config.ts';
import type { Sql } from '../database/index.ts';
import type { ReceivedEvent, Scope } from './received-event.ts';

/** Why an event is kept and not applied: it is not ours to act on, or could not be applied for too long. */
export type Quarantine = 'unknown_account' | 'wrong_mode' | 'wrong_scope' | 'given_up';

/** An event as it is stored. */
export interface StoredEvent extends Pick<ReceivedEvent, 'eventId' | 'type' | 'account' | 'livemode' | 'chargeId'> {
  readonly scope: Scope;
  /** The mode whose secret signed it. */
  readonly signedMode: Mode;
  /** How often it has been tried, this time included. */
  readonly attempts: number;
  readonly waitingSince: Date;
}

/** Stores an event and returns whether it is new. */
export async function insertEvent(
  sql: Sql,
  event: ReceivedEvent & Pick<StoredEvent, 'scope' | 'signedMode'> & { readonly receivedAt: Date },
): Promise<boolean> {
  const rows = await sql`
    insert into webhook_events (
      event_id, scope, type, account, livemode, signed_mode, object_id, charge_id, created_at, received_at, waiting_since,
      try_at
    ) values (
      ${event.eventId}, ${event.scope}, ${event.type}, ${event.account}, ${event.livemode}, ${event.signedMode},
      ${event.objectId}, ${event.chargeId}, ${event.createdAt}, ${event.receivedAt}, ${event.receivedAt}, ${event.receivedAt}
    ) on conflict (event_id) do nothing returning event_id`;
  return rows.length > 0;
}

interface EventRow {
  readonly event_id: string;
  readonly scope: Scope;
  readonly type: string;
  readonly account: string | null;
  readonly livemode: boolean;
  readonly signed_mode: Mode;
  readonly charge_id: string | null;
  readonly attempts: number;
  readonly waiting_since: Date;
}

/** Returns an event that is still to be applied and counts the attempt. */
export async function takeEvent(sql: Sql, eventId: string): Promise<StoredEvent | undefined> {
  const [row] = await sql<EventRow>`
    update webhook_events set attempts = attempts + 1
    where event_id = ${eventId} and applied_at is null and quarantine is null
    returning event_id, scope, type, account, livemode, signed_mode, charge_id, attempts, waiting_since`;
  if (row === undefined) return undefined;
  const { event_id, signed_mode, charge_id, waiting_since, ...same } = row;
  return { ...same, eventId: event_id, signedMode: signed_mode, chargeId: charge_id, waitingSince: waiting_since };
}

/** Stores when an event is tried next. */
export async function updateTryAt(sql: Sql, eventId: string, tryAt: Date): Promise<void> {
  await sql`update webhook_events set try_at = ${tryAt} where event_id = ${eventId}`;
}

/** Stores that an event was applied. */
export async function updateApplied(sql: Sql, eventId: string, at: Date): Promise<void> {
  await sql`update webhook_events set applied_at = ${at} where event_id = ${eventId}`;
}

/** Stores why an event is not applied, unless another instance has applied it meanwhile. */
export async function updateQuarantine(sql: Sql, eventId: string, reason: Quarantine): Promise<void> {
  await sql`update webhook_events set quarantine = ${reason} where event_id = ${eventId} and applied_at is null`;
}

/** Takes events out of quarantine, all or those with one of these ids or reasons, and returns their ids. */
export async function releaseEvents(sql: Sql, named: readonly string[], at: Date): Promise<string[]> {
  const rows = await sql<{ event_id: string }>`
    update webhook_events set quarantine = null, attempts = 0, waiting_since = ${at}, try_at = ${at}
    where quarantine is not null
      and (cardinality(${named}::text[]) = 0 or event_id = any(${named}) or quarantine = any(${named}))
    returning event_id`;
  return rows.map((row) => row.event_id);
}

/** Returns events that are still to be applied and were to be tried before a moment. */
export async function selectWaiting(sql: Sql, before: Date): Promise<string[]> {
  const rows = await sql<{ event_id: string }>`
    select event_id from webhook_events
    where applied_at is null and quarantine is null and try_at < ${before}
    order by try_at limit 500`;
  return rows.map((row) => row.event_id);
}

/** Forgets events that came before a moment. */
export async function deleteEvents(sql: Sql, before: Date): Promise<void> {
  await sql`delete from webhook_events where received_at < ${before} and (applied_at is not null or quarantine is not null)`;
}
