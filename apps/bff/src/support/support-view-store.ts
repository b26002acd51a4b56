import type { PastSupportView } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import type { Cursor } from '../http/index.ts';

/** Who or what ended a view. */
export type EndedBy = NonNullable<PastSupportView['endedBy']>;

/** A support view that runs. */
export interface StoredView {
  readonly supportViewId: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly sessionId: string;
  readonly sellerId: string;
  readonly businessName: string;
  readonly email: string;
  readonly reason: string;
  readonly ticket: string | null;
  readonly startedAt: Date;
  readonly idleExpiresAt: Date;
  readonly expiresAt: Date;
}

/** A view to be started. */
export interface NewView extends Pick<
  StoredView,
  'staffId' | 'sessionId' | 'sellerId' | 'reason' | 'ticket' | 'startedAt' | 'idleExpiresAt' | 'expiresAt'
> {
  readonly startKey: string;
}

/** Starts a view, unless its key was used before or this member of the staff has one that runs; returns its id. */
export async function insertView(sql: Sql, view: NewView): Promise<string | undefined> {
  const { startKey, staffId, sessionId, sellerId, reason, ticket, startedAt, idleExpiresAt, expiresAt } = view;
  const [row] = await sql<{ id: string }>`
    insert into support_views (
      start_key, staff_id, staff_name, session_id, seller_id, reason, ticket, started_at, idle_expires_at, expires_at
    ) select ${startKey}, staff_id, name, ${sessionId}, ${sellerId}, ${reason}, ${ticket}, ${startedAt}::timestamptz,
      ${idleExpiresAt}::timestamptz, ${expiresAt}::timestamptz
    from staff where staff_id = ${staffId}
    on conflict do nothing returning support_view_id as id`;
  return row?.id;
}

/** Says whether a key has started a view, whoever's and whenever. */
export async function isKeyUsed(sql: Sql, startKey: string): Promise<boolean> {
  return (await sql`select from support_views where start_key = ${startKey}`).length > 0;
}

/** Returns views that run at a moment, locked: whoever ends one meanwhile waits, and so does whoever looks. */
async function selectRunning(sql: Sql, now: Date, { staffId = null, id = null }: Named = {}): Promise<StoredView[]> {
  return sql<StoredView>`
    select support_view_id as "supportViewId", staff_id as "staffId", staff_name as "staffName", session_id as "sessionId",
      seller_id as "sellerId", business_name as "businessName", email, reason, ticket, started_at as "startedAt",
      idle_expires_at as "idleExpiresAt", expires_at as "expiresAt"
    from support_views join sellers using (seller_id)
    where ended_at is null and support_view_over(support_views, ${now}) is null
      and (${staffId}::uuid is null or staff_id = ${staffId}) and (${id}::uuid is null or support_view_id = ${id})
    order by started_at
    for update of support_views`;
}

interface Named {
  readonly staffId?: string | null;
  readonly id?: string | null;
}

/** Returns every view that runs. */
export function selectViews(sql: Sql, now: Date): Promise<StoredView[]> {
  return selectRunning(sql, now);
}

/** Returns the view of a member of the staff that runs. */
export async function findViewOf(sql: Sql, staffId: string, now: Date): Promise<StoredView | undefined> {
  return (await selectRunning(sql, now, { staffId }))[0];
}

/** Returns a view that runs. */
export async function findView(sql: Sql, id: string, now: Date): Promise<StoredView | undefined> {
  return (await selectRunning(sql, now, { id }))[0];
}

/** Returns what ended the last view of a member of the staff; null when they have never looked. */
export async function findLastEndedBy(sql: Sql, staffId: string, now: Date): Promise<EndedBy | null> {
  const [row] = await sql<{ endedBy: EndedBy }>`
    select support_view_over(support_views, ${now}) as "endedBy" from support_views
    where staff_id = ${staffId} order by started_at desc limit 1`;
  return row?.endedBy ?? null;
}

/** A view that has to end, and why. */
export interface OverView {
  readonly supportViewId: string;
  readonly staffId: string;
  readonly sellerId: string;
  readonly endedBy: EndedBy;
}

/** Returns views that are over at a moment though nobody has ended them; those that somebody ends just now are left out. */
export async function selectOver(sql: Sql, now: Date): Promise<OverView[]> {
  return sql<OverView>`
    select support_view_id as "supportViewId", staff_id as "staffId", seller_id as "sellerId",
      support_view_over(support_views, ${now}) as "endedBy"
    from support_views
    where ended_at is null and support_view_over(support_views, ${now}) is not null
    for update skip locked`;
}

/** Ends a view; the time at which it ran out counts where that has passed. */
export async function updateEnded(sql: Sql, id: string, at: Date, by: EndedBy): Promise<void> {
  await sql`
    update support_views set ended_at = least(${at}, idle_expires_at), ended_by = ${by}
    where support_view_id = ${id} and ended_at is null`;
}

/** Never beyond the view's absolute end. */
export async function updateIdle(sql: Sql, id: string, idleExpiresAt: Date): Promise<void> {
  await sql`
    update support_views set idle_expires_at = least(${idleExpiresAt}, expires_at) where support_view_id = ${id}`;
}

/** What decides whether a seller may be looked at. */
export interface Viewable {
  readonly supportAllowed: boolean;
  /** Null without an account. */
  readonly mode: 'test' | 'live' | null;
}

/** Returns whether a seller may be looked at, locked against a change of mind; nothing when there is none. */
export async function findViewable(sql: Sql, sellerId: string): Promise<Viewable | undefined> {
  const [row] = await sql<Viewable>`
    select support_allowed as "supportAllowed", (
      select mode from accounts where accounts.seller_id = sellers.seller_id and deauthorized_at is null
    ) as mode
    from sellers where seller_id = ${sellerId} for share of sellers`;
  return row;
}

/** Says whether the operator lets anybody look at anything. */
export async function isSwitchedOn(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ is_on: boolean }>`select is_on from support_switch`;
  return row?.is_on === true;
}

export async function updateSwitch(sql: Sql, isOn: boolean): Promise<void> {
  await sql`update support_switch set is_on = ${isOn}`;
}

export async function updateAllowed(sql: Sql, sellerId: string, isAllowed: boolean): Promise<void> {
  await sql`update sellers set support_allowed = ${isAllowed} where seller_id = ${sellerId}`;
}

/** A view as the seller sees it. */
export interface StoredPastView {
  readonly supportViewId: string;
  readonly staffName: string;
  readonly reason: string;
  readonly ticket: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: EndedBy | null;
}

/** Returns the latest views of the seller on whose behalf the transaction runs, newest first. */
export async function selectPastViews(sql: Sql, after: Cursor | undefined, limit: number): Promise<StoredPastView[]> {
  return sql<StoredPastView>`
    select support_view_id as "supportViewId", staff_name as "staffName", reason, ticket, started_at as "startedAt",
      ended_at as "endedAt", ended_by as "endedBy"
    from support_views
    where ${after?.id ?? null}::uuid is null
      or (started_at, support_view_id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)
    order by started_at desc, support_view_id desc limit ${limit}`;
}

export async function findAllowed(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ support_allowed: boolean }>`select support_allowed from sellers`;
  return row?.support_allowed === true;
}
