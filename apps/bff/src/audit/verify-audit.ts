import type { Database } from '../database/index.ts';
import { type AuditHead, type AuditLine, BEGINNING, hashOf } from './audit-line.ts';
import { isFollowed, selectLines } from './audit-store.ts';

/**
 * What is wrong with a line. It was `changed`: its hash is not that of its columns. It is `missing`: its number is not there.
 * It is `reordered`: the line that belongs here stands elsewhere. It is `unlinked`: it is whole but follows another line
 * than the one before it, so that something was put in or taken out. It is `cut`: the log ends before it, though it was
 * noted. It was `rewritten`: everything fits together, but it is not the line that was noted.
 */
export type AuditFault = 'changed' | 'missing' | 'reordered' | 'unlinked' | 'cut' | 'rewritten';

/** The log is whole, with as many lines as the number of its head, or this is the first line that is wrong, and how. */
export type AuditVerdict =
  | { readonly whole: true; readonly head: AuditHead }
  | { readonly whole: false; readonly seq: bigint; readonly fault: AuditFault };

interface VerifyOptions {
  /** A head of the log that was noted earlier, elsewhere: without it nobody can tell a log that was written anew. */
  readonly head?: AuditHead;
  /** How many lines are held at a time. */
  readonly pageSize?: number;
}

/** Walks the whole audit log and says whether anything in it was changed, and where first. */
export async function verifyAudit(
  database: Database,
  { head: noted, pageSize = 1000 }: VerifyOptions = {},
): Promise<AuditVerdict> {
  let head = BEGINNING;
  for await (const line of linesInOrder(database, pageSize)) {
    const fault = await faultOf(database, line, head);
    if (fault !== undefined) return wrong(fault, fault === 'missing' ? head.seq + 1n : line.seq);
    head = line;
    if (noted?.seq === head.seq && !noted.hash.equals(head.hash)) return wrong('rewritten', head.seq);
  }
  if (noted !== undefined && noted.seq > head.seq) return wrong('cut', head.seq + 1n);
  return { whole: true, head: { seq: head.seq, hash: head.hash } };
}

function wrong(fault: AuditFault, seq: bigint): AuditVerdict {
  return { whole: false, seq, fault };
}

async function faultOf(database: Database, line: AuditLine, before: AuditHead): Promise<AuditFault | undefined> {
  if (line.seq > before.seq + 1n) return 'missing';
  const follows = line.seq === before.seq + 1n && line.previousHash.equals(before.hash);
  if (!follows && (await database.asSystem((sql) => isFollowed(sql, before.hash)))) return 'reordered';
  if (!hashOf(line).equals(line.hash)) return 'changed';
  return follows ? undefined : 'unlinked';
}

const beforeAll = -(2n ** 63n);

/**
 * Each page begins with the last line of the one before, so that a second line of the same number is seen. Pages are read in
 * transactions of their own: lines that are added meanwhile change nothing about those before them.
 */
async function* linesInOrder(database: Database, pageSize: number): AsyncGenerator<AuditLine> {
  let from = beforeAll;
  let known = 0;
  for (;;) {
    const limit = pageSize + known;
    const start = from;
    const page = await database.asSystem((sql) => selectLines(sql, { from: start, limit }));
    yield* page.slice(known);
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    from = last.seq;
    known = 1;
  }
}
