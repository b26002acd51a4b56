import { hash } from 'node:crypto';

/** Who did it: a person by their id, lower case, or whoever runs the platform's server. */
export type AuditActor = `staff:${string}` | `seller:${string}` | 'operator';

/** What is known of an act by who writes it down. All of it is said each time, also that there is none. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: AuditActor;
  /** The id of the seller whose business it was; null when no one seller's. */
  readonly subject: string | null;
  /** The support view in which it was done. */
  readonly supportViewId: string | null;
  /** What was done, in the past tense and snake_case: `support_view_started`. */
  readonly action: string;
  /** Ids and words, a few; never a secret. Numbers go in as strings: tools do not agree how to write each of them. */
  readonly details: Readonly<Record<string, string | boolean | null>>;
  readonly requestId: string | null;
}

/** A line of the log as it is stored, whatever has been done to it. */
export interface AuditLine {
  /** 1 for the first, and one more for each that follows. */
  readonly seq: bigint;
  /** UTC to the microsecond: `2026-11-24T12:00:00.000000Z`. */
  readonly at: string;
  readonly actor: string;
  readonly subject: string | null;
  readonly supportViewId: string | null;
  readonly action: string;
  readonly details: unknown;
  readonly requestId: string | null;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** The place of a line in the chain: who knows it can tell whether that line or one before it was changed. */
export type AuditHead = Pick<AuditLine, 'seq' | 'hash'>;

/** Where the first line is added: no line, and 32 zero bytes. */
export const BEGINNING: AuditHead = { seq: 0n, hash: Buffer.alloc(32) };

/**
 * Returns the hash of a line: SHA-256 of the UTF-8 of its canonical JSON, which has every column but the hash itself, the
 * previous line's hash among them.
 *
 * ```
 * {"action":"support_view_started","actor":"staff:<uuid>","at":"2026-11-24T12:00:00.000000Z","details":{"reason":"…"},
 *  "previousHash":"<64 hex digits>","requestId":null,"seq":1,"subject":"<uuid>","supportViewId":null}
 * ```
 *
 * The form is that of RFC 8785 (JSON Canonicalization Scheme): in one line, without spaces; keys in alphabetical order, those
 * of `details` as well; every key always there, with `null` where there is nothing; hashes and ids in lower case; `at` in
 * UTC with six digits after the point; `seq` the only number; text as it is stored, in no Unicode normal form, with none but
 * the escapes that JSON demands.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function hashOf(line: Omit<AuditLine, 'hash'>): Buffer {
  return hash('sha256', canonicalJson(line, undefined), 'buffer');
}

/** Returns a line as it is exported: what its hash is made of, and the hash, in the same form. */
export function exportedLine(line: AuditLine): string {
  return canonicalJson(line, line.hash.toString('hex'));
}

/** Keys stand in alphabetical order here; one without a value is left out. */
function canonicalJson(line: Omit<AuditLine, 'hash'>, ownHash: string | undefined): string {
  return JSON.stringify({
    action: line.action,
    actor: line.actor,
    at: line.at,
    details: sorted(line.details),
    hash: ownHash,
    previousHash: line.previousHash.toString('hex'),
    requestId: line.requestId,
    seq: Number(line.seq),
    subject: line.subject,
    supportViewId: line.supportViewId,
  });
}

function sorted(details: unknown): unknown {
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return details;
  return Object.fromEntries(Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
