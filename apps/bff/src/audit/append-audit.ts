import type { Sql } from '../database/index.ts';
import { type AuditEntry, type AuditLine, BEGINNING, hashOf } from './audit-line.ts';
import { findHead, insertLine, lockAppending } from './audit-store.ts';

/**
 * Adds a line to the audit log inside the surrounding transaction, which runs as the system: what was done and its line are
 * both there, or neither. It belongs last in the transaction: until that has ended, no other one can add a line.
 *
 * @throws {TypeError} when the entry would not be read again as it was given, for example an id in upper case.
 */
export async function appendAudit(sql: Sql, { at, ...entry }: AuditEntry): Promise<void> {
  // Not a row lock, which needs the right to update. It holds until what was added can be seen, so a line that is added next
  // follows it; and the head is read by a statement of its own, because one sees only what was there when it began.
  await lockAppending(sql);
  const { seq, hash: previousHash } = (await findHead(sql)) ?? BEGINNING;
  const line = { ...entry, seq: seq + 1n, at: microseconds(at), previousHash };
  await insertAsHashed(sql, { ...line, hash: hashOf(line) });
}

/** What PostgreSQL writes in its own way, or cannot hold, would look changed for ever after. */
async function insertAsHashed(sql: Sql, line: AuditLine): Promise<void> {
  const stored = await insertLine(sql, line);
  if (stored === undefined || !hashOf(stored).equals(line.hash))
    throw new TypeError(
      'the audit log cannot hold this entry as it is: ids are lower-case UUIDs and text is well-formed',
    );
}

function microseconds(at: Date): string {
  return at.toISOString().replace('Z', '000Z');
}
