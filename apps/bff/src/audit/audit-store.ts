import type { Sql } from '../database/index.ts';
import type { AuditHead, AuditLine } from './audit-line.ts';

/** Any fixed number: whoever holds it adds lines, and others wait. */
const appendLock = 7_305_512_002;

/** Makes every other transaction that would add a line wait until this one has ended. */
export async function lockAppending(sql: Sql): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appendLock})`;
}

/** Returns the last line's place, if there is a line. */
export async function findHead(sql: Sql): Promise<AuditHead | undefined> {
  const [head] = await sql<AuditHead>`select seq, hash from audit_lines order by seq desc limit 1`;
  return head;
}

/** Stores a line and returns what PostgreSQL made of it. */
export async function insertLine(sql: Sql, line: AuditLine): Promise<AuditLine | undefined> {
  const [stored] = await sql<AuditLine>`
    insert into audit_lines (
      seq, at, actor, subject_seller_id, support_view_id, action, details, request_id, previous_hash, hash
    ) values (
      ${line.seq}, ${line.at}, ${line.actor}, ${line.subject}, ${line.supportViewId}, ${line.action},
      ${JSON.stringify(line.details)}, ${line.requestId}, ${line.previousHash}, ${line.hash}
    ) returning
      seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, subject_seller_id as subject,
      support_view_id as "supportViewId", action, details, request_id as "requestId", previous_hash as "previousHash", hash`;
  return stored;
}

/** Which lines to read. */
export interface LineRange {
  /** The least `seq`. */
  readonly from: bigint;
  readonly limit: number;
  /** Only those of this moment or later. */
  readonly since?: Date;
  /** Only those about this seller. */
  readonly seller?: string;
}

/**
 * Returns lines in their order. It must not fail over what an owner can have made of the table: a moment that the table's
 * own checks refuse is written in another form than any they let in, and a hash that is gone is empty.
 */
export async function selectLines(sql: Sql, { from, limit, since, seller }: LineRange): Promise<AuditLine[]> {
  return sql<AuditLine>`
    select
      seq,
      case
        when at >= '2000-01-01 00:00:00Z' and at < '10000-01-01 00:00:00Z'
        then to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        else at::text
      end as at,
      actor, subject_seller_id as subject, support_view_id as "supportViewId", action, details, request_id as "requestId",
      coalesce(previous_hash, '') as "previousHash", coalesce(hash, '') as hash
    from audit_lines
    where seq >= ${from}
      and (${since ?? null}::timestamptz is null or at >= ${since ?? null})
      and (${seller ?? null}::uuid is null or subject_seller_id = ${seller ?? null})
    order by seq limit ${limit}`;
}

/** Returns whether any line says that it follows the one with this hash. */
export async function isFollowed(sql: Sql, hash: Buffer): Promise<boolean> {
  const rows = await sql`select from audit_lines where previous_hash = ${hash} limit 1`;
  return rows.length > 0;
}
