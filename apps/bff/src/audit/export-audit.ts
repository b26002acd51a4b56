import type { Database } from '../database/index.ts';
import { exportedLine } from './audit-line.ts';
import { selectLines } from './audit-store.ts';

interface ExportOptions {
  /** Only lines of this moment or later. */
  readonly since?: Date;
  /** Only lines about the seller with this id. */
  readonly seller?: string;
  /** How many lines are held at a time. */
  readonly pageSize?: number;
}

/** Yields the audit log as JSON Lines, each line in the form its hash is made of, with the hash. */
export async function* exportAudit(
  database: Database,
  { pageSize = 1000, ...only }: ExportOptions = {},
): AsyncGenerator<string> {
  let from = 0n;
  for (;;) {
    const start = from;
    const page = await database.asSystem((sql) => selectLines(sql, { ...only, from: start, limit: pageSize }));
    for (const line of page) yield `${exportedLine(line)}\n`;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    from = last.seq + 1n;
  }
}
