import { isIPv6 } from 'node:net';
import type { Database, Sql } from '../database/index.ts';
import { Problem, problem } from '../http/index.ts';
import { addAttempt, removeAttempt } from './attempt-store.ts';
import { deviceHash } from './device-store.ts';
import { hashOf } from './opaque-token.ts';

/** How many attempts a bucket takes within a time; the next is refused until the oldest is that old. */
interface Limit {
  readonly bucket: string;
  readonly most: number;
  readonly withinMs: number;
}

/** An attempt that was let through, counted until it is taken back. */
export interface Attempt {
  /** In the order in which they were counted. */
  readonly buckets: readonly string[];
  readonly at: Date;
}

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

/** The limits of guessing a password from anywhere. Always in this order, so that two attempts never wait for each other. */
export function limitsOfGuessing(email: string, address: string): Limit[] {
  return [
    { bucket: `account:${hashOf(email.toLowerCase()).toString('base64url')}`, most: 10, withinMs: quarterMs },
    { bucket: `address:${networkOf(address)}`, most: 50, withinMs: quarterMs },
    { bucket: 'everybody', most: 1000, withinMs: quarterMs },
  ];
}

/**
 * The limit of guessing on a device where this seller has signed in before. It shares nothing with the others: guesses
 * from elsewhere, however many, do not lock the seller out.
 */
export function limitsOfKnownDevice(token: string, sellerId: string): Limit[] {
  return [{ bucket: `device:${deviceHash(token, sellerId).toString('base64url')}`, most: 10, withinMs: quarterMs }];
}

/** The limit of making accounts, or of asking that way which e-mail addresses have one. */
export function limitsOfSigningUp(address: string): Limit[] {
  return [{ bucket: `sign-up:${networkOf(address)}`, most: 200, withinMs: 60 * minuteMs }];
}

/** The limit of leaving for an identity provider: each time a row is kept until the browser is back. */
export function limitsOfRoundTrips(address: string): Limit[] {
  return [{ bucket: `round-trip:${networkOf(address)}`, most: 100, withinMs: quarterMs }];
}

/**
 * Counts an attempt, inside a transaction that must end before the attempt is evaluated.
 *
 * @throws {Problem} `too_many_attempts`, and then nothing is counted.
 */
export async function countAttempt(sql: Sql, limits: readonly Limit[], at: Date): Promise<Attempt> {
  for (const { bucket, most, withinMs } of limits) {
    const moments = await addAttempt(sql, bucket, at, new Date(at.getTime() - withinMs));
    const [oldest] = moments;
    if (oldest === undefined || moments.length <= most) continue;
    const waitMs = oldest.getTime() + withinMs - at.getTime();
    throw problem('too_many_attempts', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
  }
  return { buckets: limits.map(({ bucket }) => bucket), at };
}

/**
 * Takes an attempt back: it was right, or it was never evaluated. One bucket after the other, in the order in which they
 * are counted: a single statement locks them in whatever order it finds them, and would wait for who waits for it.
 */
export async function takeAttemptBack(sql: Sql, { buckets, at }: Attempt): Promise<void> {
  for (const bucket of buckets) await removeAttempt(sql, bucket, at);
}

/** Returns what came out; when nothing did, because we could not, the attempt does not count. */
export async function evaluated<T>(database: Database, attempt: Attempt, evaluate: () => Promise<T>): Promise<T> {
  try {
    return await evaluate();
  } catch (error) {
    if (error instanceof Problem) await database.asSystem((sql) => takeAttemptBack(sql, attempt));
    throw error;
  }
}

/** Who has one IPv6 address usually has 2^64 of them. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, '');
  return isIPv6(plain) ? prefixOf(plain) : plain;
}

/** Returns the first four groups of an IPv6 address. */
function prefixOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/u, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
