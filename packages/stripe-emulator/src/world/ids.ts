import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Returns random letters and digits. */
export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** Returns a new id in Stripe's form, for example `ch_1…`. */
export function newId(prefix: string): string {
  return `${prefix}_1${randomText(prefix === 'acct' ? 15 : 23)}`;
}
