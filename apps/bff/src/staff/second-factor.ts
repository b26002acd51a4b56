import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Sql } from '../database/index.ts';
import { deleteRecoveryCode, insertRecoveryCodes } from './recovery-code-store.ts';
import { selectTotpSecret, takeStep } from './staff-store.ts';

/** What authenticator apps take for granted: six digits, half a minute, SHA-1. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** One step to either side: clocks differ, and people type. */
const window = 1;
/** As long as the hash's block, as RFC 4226 recommends. */
const secretBytes = 20;

const recoveryCodes = 10;
/** Without what is mistaken for something else when it is read from paper. */
const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Returns a new secret that codes are made from. */
export function createTotpSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** Returns what an authenticator app reads. */
export function totpOf(secret: Buffer, { issuer = '', label = '' } = {}): TOTP {
  return new TOTP({ ...form, issuer, label, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });
}

/** Returns the half minute a code belongs to, or nothing when it is of none near a moment. */
export function stepOfCode(secret: Buffer, code: string, at: Date): number | undefined {
  const totp = totpOf(secret);
  const timestamp = at.getTime();
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
}

/** What a second factor was proven with. */
export type Factor = 'code' | 'recovery_code';

/** Returns what a code is, of the app or a recovery code, if it is right, and uses it up: each opens once. */
export async function takeCode(sql: Sql, staffId: string, code: string, at: Date): Promise<Factor | undefined> {
  const typed = code.replace(/[\s-]/gu, '').toLowerCase();
  if (!/^\d{6}$/u.test(typed))
    return (await deleteRecoveryCode(sql, staffId, hashOfCode(staffId, typed))) ? 'recovery_code' : undefined;
  const secret = await selectTotpSecret(sql, staffId);
  const step = secret && stepOfCode(secret, typed, at);
  return step !== undefined && (await takeStep(sql, staffId, step)) ? 'code' : undefined;
}

/** Replaces the recovery codes and returns them, as they are shown once. */
export async function renewRecoveryCodes(sql: Sql, staffId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => `${randomLetters(5)}-${randomLetters(5)}`);
  await insertRecoveryCodes(
    sql,
    staffId,
    codes.map((code) => hashOfCode(staffId, code.replace('-', ''))),
  );
  return codes;
}

/** Ten letters out of 31 are 49 bits, and guesses are counted: a fast hash is enough. */
function hashOfCode(staffId: string, code: string): Buffer {
  return createHash('sha256').update(`${staffId}:${code}`).digest();
}

function randomLetters(count: number): string {
  return Array.from({ length: count }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('');
}
