import type { finishSignUp, getNewcomer, ReplyOf } from '@sellerdesk/contract';
import { type Call, problem } from '../http/index.ts';
import { startSession } from '../identity/index.ts';
import { businessNameFrom } from './business-name.ts';
import { createSellerOfIdentity } from './create-seller-of-identity.ts';
import { readNewcomerToken, takeNewcomerTokenBack } from './newcomer-cookie.ts';
import { findNewcomer, takeNewcomer } from './seller-identity-store.ts';
import type { StoredSeller } from './seller-store.ts';
import type { SellersParts } from './sellers-parts.ts';

/**
 * Returns what the identity provider says of whoever has one more step to take.
 *
 * @throws {Problem} `sign_up_over`; `not_found` where there is no identity provider.
 */
export async function readNewcomer(
  { database, config, now }: SellersParts,
  { request }: Call<typeof getNewcomer>,
): Promise<ReplyOf<typeof getNewcomer>> {
  if (config.oidc.sellers === undefined) throw problem('not_found');
  const token = readNewcomerToken(request);
  if (token === undefined) throw problem('sign_up_over');
  const newcomer = await database.asSystem((sql) => findNewcomer(sql, token, now()));
  if (newcomer === undefined) throw problem('sign_up_over');
  const { email, businessName, country } = newcomer;
  return { email, businessName, country };
}

/**
 * Signs whoever took the one more step up and in.
 *
 * @throws {Problem} `sign_up_over`, `email_taken`, `validation_failed`; `not_found` where there is no identity provider.
 */
export async function finishNewcomer(
  { database, config, now }: SellersParts,
  { body, request, reply }: Call<typeof finishSignUp>,
): Promise<StoredSeller> {
  if (config.oidc.sellers === undefined) throw problem('not_found');
  const businessName = businessNameFrom(body.businessName);
  const token = readNewcomerToken(request);
  if (token === undefined) throw problem('sign_up_over');
  const at = now();
  const seller = await database.asSystem(async (sql) => {
    const newcomer = await takeNewcomer(sql, token, at);
    if (newcomer === undefined) throw problem('sign_up_over');
    const details = { businessName, country: body.country, mode: config.mode };
    const created = await createSellerOfIdentity(sql, { ...newcomer, ...details, at });
    if (created === undefined) throw problem('email_taken');
    await startSession(sql, { request, reply, sellerId: created.sellerId, now: at });
    return created;
  });
  takeNewcomerTokenBack(reply);
  return seller;
}
