import type { AuditHead } from './audit-line.ts';

const form = /^(?<seq>\d{1,18}):(?<hash>[0-9a-f]{64})$/u;

/** Returns a line's place as people note it down: `<seq>:<hash>`. */
export function textFromHead({ seq, hash }: AuditHead): string {
  return `${seq}:${hash.toString('hex')}`;
}

/**
 * Returns the place that was noted down.
 *
 * @throws {Error} with a sentence for the operator.
 */
export function headFromText(text: string): AuditHead {
  const { seq, hash } = form.exec(text)?.groups ?? {};
  if (seq === undefined || hash === undefined)
    throw new Error('--head must be what an earlier check of the audit log printed: a number, a colon, 64 hex digits.');
  return { seq: BigInt(seq), hash: Buffer.from(hash, 'hex') };
}
