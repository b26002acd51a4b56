import type { Pool } from 'pg';

/** What a filled database has in any case, whatever its size. */
export const known = {
  /** The one seller whose business begins like this. */
  name: 'Zebra',
  email: 'seller-7@example.com',
  account: 'acct_1Fill7',
  payment: 'pi_fill7',
  /** Announced of the same seller. */
  object: 'po_fill7',
} as const;

/**
 * Adds sellers from one number to another: half of them begin alike, one in a hundred has another country; each with an
 * account, a charge and an event, and the seventh with a thousand more of both and of support views.
 */
export async function fillSellers(owner: Pool, from: number, to: number): Promise<void> {
  await owner.query(
    `insert into sellers (seller_id, email, password_hash, business_name, country, mode, created_at)
     select md5('seller' || n)::uuid, case when n % 2 = 0 then 'shop-' else 'seller-' end || n || '@example.com', '',
       case when n = 7 then 'Zebra' else (array['Fern', 'Oak', 'Ash', 'Moss'])[n % 4 + 1] || ' & Sons ' || n end,
       case when n % 100 = 0 then 'IE' else 'GB' end, 'test', '2026-01-01'::timestamptz + n * interval '1 second'
     from generate_series($1::int, $2::int - 1) as n`,
    [from, to],
  );
  await owner.query(
    `insert into accounts (stripe_account_id, seller_id, mode, api, state, charges_enabled, payouts_enabled, details_submitted,
       requirements, dashboard_type, due_when_created, created_at, read_at)
     select 'acct_1Fill' || n, md5('seller' || n)::uuid, 'test', 'v2', 'ready', true, true, true, '[]', 'full', '{}', now(), now()
     from generate_series($1::int, $2::int - 1) as n`,
    [from, to],
  );
  await fillOf(owner, `generate_series(${from}, ${to - 1}) as n`, 'n::text', 'n');
  if (from > 7 || to <= 7) return;
  await fillOf(owner, 'generate_series(1, 1000) as k, (values (7)) as seven (n)', `'7x' || k`, 'k');
  await owner.query(
    `insert into staff (staff_id, email, name, role, created_at) values (md5('staff')::uuid, 'sam@platform.example', 'Sam', 'support', now())`,
  );
  await owner.query(
    `insert into support_views (start_key, staff_id, staff_name, session_id, seller_id, reason, started_at, idle_expires_at,
       expires_at, ended_at, ended_by)
     select md5('key' || k)::uuid, md5('staff')::uuid, 'Sam', md5('session')::uuid, md5('seller7')::uuid, 'Their payout is late',
       at, at + interval '10 minutes', at + interval '30 minutes', at + interval '1 minute', 'staff'
     from generate_series(1, 1000) as k, lateral (select '2026-01-01'::timestamptz + k * interval '1 hour') as moment (at)`,
  );
}

/** Charges and events of sellers number `n`, told apart by a word. */
async function fillOf(owner: Pool, rows: string, word: string, order: string): Promise<void> {
  await owner.query(
    `insert into charges (charge_id, seller_id, stripe_account_id, idempotency_key, fingerprint, state, amount_minor, currency,
       platform_fee_minor, description, requested_at, created_at, payment_id)
     select md5('charge' || ${word})::uuid, md5('seller' || n)::uuid, 'acct_1Fill' || n, md5('key' || ${word})::uuid,
       sha256('x'), 'paid', 4200, 'gbp', 105, 'Two pots', at, at, 'pi_fill' || ${word}
     from ${rows}, lateral (select '2026-02-01'::timestamptz + ${order} * interval '1 second') as moment (at)`,
  );
  await owner.query(
    `insert into webhook_events (event_id, scope, type, account, livemode, signed_mode, object_id, created_at, received_at, applied_at)
     select 'evt_fill' || ${word}, 'connect', 'payout.paid', 'acct_1Fill' || n, false, 'test', 'po_fill' || ${word}, at, at, at
     from ${rows}, lateral (select '2026-02-01'::timestamptz + ${order} * interval '1 second') as moment (at)`,
  );
}

/** What PostgreSQL does by itself after a while: it plans by what it knows of the tables. */
export async function analyze(owner: Pool): Promise<void> {
  await owner.query('vacuum analyze sellers, accounts, charges, webhook_events, support_views');
}
