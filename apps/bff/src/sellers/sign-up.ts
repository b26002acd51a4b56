import type { signUp } from '@sellerdesk/contract';
import { type Call, problem } from '../http/index.ts';
import { countAttempt, hashPassword, isCommonPassword, limitsOfSigningUp, startSession } from '../identity/index.ts';
import { businessNameFrom } from './business-name.ts';
import type { SellersParts } from './sellers-parts.ts';
import { insertSeller, type StoredSeller } from './seller-store.ts';

/**
 * Signs a seller up and in.
 *
 * @throws {Problem} `email_taken`, `too_many_attempts`, `validation_failed`.
 */
export async function signUpSeller(
  { config, database, now }: SellersParts,
  { body, request, reply }: Call<typeof signUp>,
): Promise<StoredSeller> {
  const businessName = businessNameFrom(body.businessName);
  if (isCommonPassword(body.password, [body.email, businessName]))
    throw problem('validation_failed', {
      fields: [{ field: 'password', message: 'Choose another: this is one that is guessed first.' }],
    });
  const at = now();
  await database.asSystem((sql) => countAttempt(sql, limitsOfSigningUp(request.ip), at));
  const passwordHash = await hashPassword(body.password);
  return database.asSystem(async (sql) => {
    const { email, country } = body;
    const seller = await insertSeller(sql, {
      email,
      country,
      businessName,
      passwordHash,
      mode: config.mode,
      createdAt: at,
    });
    if (seller === undefined) throw problem('email_taken');
    await startSession(sql, { request, reply, sellerId: seller.sellerId, now: at });
    return seller;
  });
}
