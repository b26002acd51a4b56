/**
 * The operator's program that checks the audit log: exit code 0 when it is whole, and 1 when something in it was changed.
 * `--head` gives it what an earlier check printed and was kept elsewhere.
 */
import { parseArgs } from 'node:util';
import { type AuditFault, headFromText, textFromHead, verifyAudit } from './audit/index.ts';
import { runOperatorProgram } from './operator-program.ts';

const sentences: Readonly<Record<AuditFault, (seq: bigint) => string>> = {
  changed: (seq) => `Line ${seq} was changed: its hash is not that of what it says.`,
  missing: (seq) => `Line ${seq} is missing, and others come after it.`,
  reordered: (seq) => `Line ${seq} is not in its place: the line that belongs there stands elsewhere.`,
  unlinked: (seq) => `Line ${seq} does not follow the line before it: something was put in or taken out there.`,
  cut: (seq) => `Line ${seq} is missing, and so is what came after it: the log ends before the line that was noted.`,
  rewritten: (seq) => `Line ${seq} is not the line that was noted: it, or something before it, was written anew.`,
};

await runOperatorProgram(async (database) => {
  const { head } = parseArgs({ options: { head: { type: 'string' } } }).values;
  const verdict = await verifyAudit(database, head === undefined ? {} : { head: headFromText(head) });
  if (verdict.whole) {
    process.stdout.write(`The audit log is whole. Lines: ${verdict.head.seq}\nHead: ${textFromHead(verdict.head)}\n`);
  } else {
    process.stderr.write(`The audit log is not whole. ${sentences[verdict.fault](verdict.seq)}\n`);
    process.exitCode = 1;
  }
});
