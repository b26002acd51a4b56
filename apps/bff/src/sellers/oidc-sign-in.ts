import { isEmailAddress, isText } from '../http/index.ts';
import { countAttempt, createToken, limitsOfSigningUp, startSession } from '../identity/index.ts';
import { type Arrival, type Identity, OidcRefused } from '../oidc/index.ts';
import { giveNewcomerToken, newcomerMs } from './newcomer-cookie.ts';
import { createSellerOfIdentity } from './create-seller-of-identity.ts';
import { findSellerByIdentity, insertNewcomer, type Newcomer } from './seller-identity-store.ts';
import { findSellerByEmail } from './seller-store.ts';
import type { SellersParts } from './sellers-parts.ts';

/**
 * Signs a seller in who comes from the platform's identity provider; whoever is new is signed up as well. Returns where they
 * were going, or the page that asks for what signing up needs and the provider does not say.
 *
 * @throws {OidcRefused} `email_missing`, `email_not_verified`, `email_taken`
 * @throws {Problem} `too_many_attempts`
 */
export async function enterSeller({ config, database, now }: SellersParts, arrival: Arrival): Promise<string> {
  const { identity, returnPath, sessionBefore, request, reply } = arrival;
  const at = now();
  const known = await database.asSystem(async (sql) => {
    const seller = await findSellerByIdentity(sql, identity);
    if (seller === undefined) return false;
    await startSession(sql, { request, reply, sellerId: seller.sellerId, now: at, cameBack: { sessionBefore } });
    return true;
  });
  if (known) return returnPath;
  const newcomer = newcomerFrom(identity);
  await database.asSystem((sql) => countAttempt(sql, limitsOfSigningUp(request.ip), at));
  return database.asSystem(async (sql) => {
    const { businessName, country } = newcomer;
    if (businessName !== null && country !== null) {
      const seller = await createSellerOfIdentity(sql, { ...newcomer, businessName, country, mode: config.mode, at });
      // Never joined to an account that is there already: the address alone would be the key to it.
      if (seller === undefined) throw new OidcRefused('email_taken');
      await startSession(sql, { request, reply, sellerId: seller.sellerId, now: at, cameBack: { sessionBefore } });
      return returnPath;
    }
    if ((await findSellerByEmail(sql, newcomer.email)) !== undefined) throw new OidcRefused('email_taken');
    const token = createToken();
    await insertNewcomer(sql, { ...newcomer, token, expiresAt: new Date(at.getTime() + newcomerMs) });
    giveNewcomerToken(reply, token);
    return `/sign-up/finish?${new URLSearchParams({ next: returnPath }).toString()}`;
  });
}

/** What the provider says of somebody new, as far as it can be used. An address it denies to be theirs cannot. */
function newcomerFrom({ issuer, subject, claims }: Identity): Newcomer {
  const { email, email_verified: isVerified, business_name: name, country } = claims;
  if (typeof email !== 'string' || !isEmailAddress(email)) throw new OidcRefused('email_missing');
  if (isVerified === false) throw new OidcRefused('email_not_verified');
  return {
    issuer,
    subject,
    email,
    businessName: typeof name === 'string' && isBusinessName(name.trim()) ? name.trim() : null,
    country: typeof country === 'string' && /^[A-Z]{2}$/u.test(country) ? country : null,
  };
}

function isBusinessName(text: string): boolean {
  return text !== '' && Array.from(text).length <= 100 && isText(text);
}
