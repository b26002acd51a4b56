/**
 * The operator's program that writes the audit log to standard output as JSON Lines: all of it, or what happened `--since` a
 * moment, about one `--seller`.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportAudit } from './audit/index.ts';
import { runOperatorProgram } from './operator-program.ts';

await runOperatorProgram(async (database) => {
  const { since, seller } = parseArgs({ options: { since: { type: 'string' }, seller: { type: 'string' } } }).values;
  const lines = exportAudit(database, {
    ...(since !== undefined && { since: momentFrom(since) }),
    ...(seller !== undefined && { seller: sellerIdFrom(seller) }),
  });
  await pipeline(Readable.from(lines), process.stdout);
});

function momentFrom(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new Error('--since must be a date or a moment like 2026-11-24T12:00:00Z.');
  return moment;
}

function sellerIdFrom(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text))
    throw new Error('--seller must be the id of a seller.');
  return text;
}
