import { createHash, randomBytes } from 'node:crypto';

const form = /^[\w-]{43}$/u;

/** Returns 256 random bits as a text that fits into a cookie. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Says whether a text could be one of our tokens. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && form.test(text);
}

/** Returns what is stored instead of a token: whoever reads the database cannot sign in with it. */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
