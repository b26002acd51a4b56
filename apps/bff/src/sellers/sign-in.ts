import { randomUUID } from 'node:crypto';
import type { signIn } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import { type Call, problem } from '../http/index.ts';
import {
  type Attempt,
  countAttempt,
  evaluated,
  isKnownDevice,
  isPassword,
  limitsOfGuessing,
  limitsOfKnownDevice,
  readDeviceToken,
  startSession,
  takeAttemptBack,
} from '../identity/index.ts';
import type { SellersParts } from './sellers-parts.ts';
import { findSellerByEmail, type SellerWithPassword, type StoredSeller } from './seller-store.ts';

/** What is known before the password is looked at. */
interface Guess {
  readonly seller: SellerWithPassword | undefined;
  readonly attempt: Attempt;
}

/**
 * Signs a seller in. A wrong password and an unknown address take the same steps and the same time; the attempt is
 * counted before it is evaluated, and taken back when it was right or could not be evaluated.
 *
 * @throws {Problem} `wrong_credentials`, `too_many_attempts`, `unavailable`.
 */
export async function signInSeller(
  { database, now }: SellersParts,
  { body, request, reply }: Call<typeof signIn>,
): Promise<StoredSeller> {
  const at = now();
  const { seller, attempt } = await database.asSystem(async (sql) => {
    const found = await findSellerByEmail(sql, body.email);
    const limits = await limitsFor(sql, found, body.email, request.ip, readDeviceToken(request));
    return { seller: found, attempt: await countAttempt(sql, limits, at) } satisfies Guess;
  });
  const isRight = await evaluated(database, attempt, () =>
    isPassword(body.password, seller?.passwordHash ?? undefined),
  );
  if (!isRight || seller === undefined) throw problem('wrong_credentials');
  await database.asSystem(async (sql) => {
    await takeAttemptBack(sql, attempt);
    await startSession(sql, { request, reply, sellerId: seller.sellerId, now: at });
  });
  return seller;
}

/** Asks for the device of an unknown seller too: the database then works as long as for a known one. */
async function limitsFor(
  sql: Sql,
  seller: SellerWithPassword | undefined,
  email: string,
  address: string,
  deviceToken: string | undefined,
): Promise<Parameters<typeof countAttempt>[1]> {
  const sellerId = seller?.sellerId ?? randomUUID();
  const isKnown = deviceToken !== undefined && (await isKnownDevice(sql, deviceToken, sellerId));
  return isKnown ? limitsOfKnownDevice(deviceToken, sellerId) : limitsOfGuessing(email, address);
}
