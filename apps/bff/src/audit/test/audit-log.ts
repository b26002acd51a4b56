import { type Database, openOwnerPool } from '../../database/index.ts';
import { appendAudit, type AuditEntry } from '../index.ts';

export const staff = '00000000-0000-4000-8000-000000000010';
export const seller = '00000000-0000-4000-8000-000000000020';
const supportView = '00000000-0000-4000-8000-000000000030';

/** Returns what is written down of an act, with every column filled. */
export function entryOf(details: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: new Date('2026-11-24T12:00:00.120Z'),
    actor: `staff:${staff}`,
    subject: seller,
    supportViewId: supportView,
    action: 'support_view_started',
    details: { reason: 'Asked for by phone', isReadOnly: true, ticket: null },
    requestId: 'req-1',
    ...details,
  };
}

/** Adds lines, each in a transaction of its own. */
export async function append(database: Database, count: number, details: Partial<AuditEntry> = {}): Promise<void> {
  for (let done = 0; done < count; done += 1) await database.asSystem((sql) => appendAudit(sql, entryOf(details)));
}

/** Runs statements as the owner of the tables. */
export async function asOwner(database: Database, ...statements: readonly string[]): Promise<void> {
  const owner = openOwnerPool(database.url, 1);
  try {
    for (const statement of statements) await owner.pool.query(statement);
  } finally {
    await owner.close();
  }
}

/** Does to the table what an owner can who takes its guards away first. */
export async function tamper(database: Database, ...statements: readonly string[]): Promise<void> {
  const unguard = [
    'alter table audit_lines disable trigger only_added',
    'alter table audit_lines drop constraint audit_lines_previous_hash_key',
    'alter table audit_lines drop constraint audit_lines_at_check',
  ];
  await asOwner(database, ...unguard, ...statements);
}
