import type { Sql } from '../database/index.ts';
import type { Cursor } from '../http/index.ts';
import type { StripeAccountId } from '../stripe/index.ts';
import type { SessionReading } from './charge-from-session.ts';
import { chargeFromRow, type ChargeRow } from './charge-row.ts';
import type { ChargeRequest, StoredCharge } from './stored-charge.ts';

/** A new charge with what makes it one. */
export interface NewCharge extends ChargeRequest {
  readonly chargeId: string;
  readonly sellerId: string;
  readonly stripeAccountId: StripeAccountId;
  readonly idempotencyKey: string;
  readonly fingerprint: Buffer;
  readonly publicUrl: string;
  readonly requestedAt: Date;
}

/** Stores a charge that is about to be created, or returns nothing when this key has been used. */
export async function insertCharge(sql: Sql, charge: NewCharge): Promise<StoredCharge | undefined> {
  const [row] = await sql<ChargeRow>`
    insert into charges (
      charge_id, seller_id, stripe_account_id, idempotency_key, fingerprint, state, amount_minor, currency,
      platform_fee_minor, description, customer_email, public_url, requested_at, created_at
    ) values (
      ${charge.chargeId}, ${charge.sellerId}, ${charge.stripeAccountId}, ${charge.idempotencyKey}, ${charge.fingerprint},
      'creating', ${charge.amount.minor}, ${charge.amount.currency}, ${charge.platformFee.minor},
      ${charge.description}, ${charge.customerEmail}, ${charge.publicUrl}, ${charge.requestedAt},
      ${charge.requestedAt}
    ) on conflict (seller_id, idempotency_key) do nothing returning *`;
  return row && chargeFromRow(row);
}

/** Returns the charge that was made with a key. */
export async function selectChargeByKey(sql: Sql, key: string): Promise<StoredCharge | undefined> {
  const [row] = await sql<ChargeRow>`select * from charges where idempotency_key = ${key}`;
  return row && chargeFromRow(row);
}

/** Returns a charge that the surrounding transaction may see. */
export async function selectCharge(sql: Sql, chargeId: string): Promise<StoredCharge | undefined> {
  const [row] = await sql<ChargeRow>`select * from charges where charge_id = ${chargeId}`;
  return row && chargeFromRow(row);
}

/** Returns a charge and keeps others from changing it until the transaction ends. */
export async function lockCharge(sql: Sql, chargeId: string): Promise<StoredCharge | undefined> {
  const [row] = await sql<ChargeRow>`select * from charges where charge_id = ${chargeId} for update`;
  return row && chargeFromRow(row);
}

/** Returns charges of a seller, newest first. */
export async function selectCharges(
  sql: Sql,
  sellerId: string,
  { after, limit }: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<StoredCharge[]> {
  const rows = after
    ? await sql<ChargeRow>`
        select * from charges where seller_id = ${sellerId} and (created_at, charge_id) < (${after.createdAt}, ${after.id})
        order by created_at desc, charge_id desc limit ${limit}`
    : await sql<ChargeRow>`
        select * from charges where seller_id = ${sellerId} order by created_at desc, charge_id desc limit ${limit}`;
  return rows.map((row) => chargeFromRow(row));
}

/** Stores what a Checkout Session says and the state that follows from it. */
export async function updateFromSession(
  sql: Sql,
  chargeId: string,
  reading: SessionReading & { readonly readAt: Date },
): Promise<void> {
  await sql`
    update charges set
      state = ${reading.state}, checkout_session_id = ${reading.checkoutSessionId},
      checkout_url = ${reading.checkoutUrl}, payment_id = ${reading.paymentId}, created_at = ${reading.createdAt},
      expires_at = ${reading.expiresAt}, paid_at = ${reading.paidAt}, failure_message = ${reading.failureMessage},
      read_at = ${reading.readAt}
    where charge_id = ${chargeId}`;
}

/** Stores that a charge was looked up and has not moved. */
export async function updateReadAt(sql: Sql, chargeId: string, readAt: Date): Promise<void> {
  await sql`update charges set read_at = ${readAt} where charge_id = ${chargeId}`;
}

/** Stores that Stripe did not create an unsettled charge, and why. */
export async function updateFailed(sql: Sql, chargeId: string, message: string): Promise<void> {
  await sql`
    update charges set state = 'failed', failure_message = ${message}
    where charge_id = ${chargeId} and state in ('creating', 'unknown')`;
}

/** Stores that Stripe was asked to create a charge and what became of it is not known; returns how often by now. */
export async function updateUnknown(sql: Sql, chargeId: string): Promise<number | undefined> {
  const [row] = await sql<{ attempts: number }>`
    update charges set state = 'unknown', attempts = attempts + 1
    where charge_id = ${chargeId} and state in ('creating', 'unknown') returning attempts`;
  return row?.attempts;
}

/** Stores that nobody can find out any more what becomes of a charge, unless that is known. */
export async function updateDisconnected(sql: Sql, chargeId: string): Promise<void> {
  await sql`
    update charges set state = 'disconnected'
    where charge_id = ${chargeId} and state in ('creating', 'unknown', 'waiting', 'processing')`;
}

/**
 * Ends the charges of an account that is cut off in this transaction: nothing can be asked for them any more. One that is
 * being created is left to whoever is creating it, who knows whether Stripe has been asked.
 */
export async function disconnectCharges(sql: Sql, stripeAccountId: string): Promise<void> {
  await sql`
    update charges set state = 'disconnected'
    where stripe_account_id = ${stripeAccountId} and state in ('unknown', 'waiting', 'processing')`;
}

/** Stores that the seller wants the link back; returns the charge if it was still waiting. */
export async function updateCancelRequested(sql: Sql, chargeId: string, at: Date): Promise<StoredCharge | undefined> {
  const [row] = await sql<ChargeRow>`
    update charges set cancel_requested_at = coalesce(cancel_requested_at, ${at})
    where charge_id = ${chargeId} and state = 'waiting' returning *`;
  return row && chargeFromRow(row);
}

/** Says whether Stripe should be asked about a charge again, and remembers that it was, so that many watchers ask once. */
export async function updateRefreshAsked(sql: Sql, chargeId: string, at: Date, notSince: Date): Promise<boolean> {
  const rows = await sql`
    update charges set refresh_asked_at = ${at}
    where charge_id = ${chargeId} and state in ('waiting', 'processing')
      and coalesce(greatest(read_at, refresh_asked_at), requested_at) < ${notSince}
    returning charge_id`;
  return rows.length > 0;
}

/** Returns the ids of charges that were asked for before a moment and are still unsettled. */
export async function selectUnsettled(sql: Sql, before: Date): Promise<string[]> {
  const rows = await sql<{ charge_id: string }>`
    select charge_id from charges where state in ('creating', 'unknown') and requested_at < ${before}
    order by requested_at limit 500`;
  return rows.map((row) => row.charge_id);
}

/** Returns charges under way that were last looked at before a moment, and remembers that they are looked at now. */
export async function takeForgotten(sql: Sql, at: Date, before: Date): Promise<string[]> {
  const rows = await sql<{ charge_id: string }>`
    update charges set refresh_asked_at = ${at} where charge_id in (
      select charge_id from charges
      where state in ('waiting', 'processing') and coalesce(greatest(read_at, refresh_asked_at), requested_at) < ${before}
      order by coalesce(greatest(read_at, refresh_asked_at), requested_at) limit 200 for update skip locked
    ) returning charge_id`;
  return rows.map((row) => row.charge_id);
}
