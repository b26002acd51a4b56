import { randomUUID } from 'node:crypto';
import type { StoredAccount } from '../accounts/index.ts';
import { getAccountOf } from '../accounts/index.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { insertCharge, selectCharge, selectChargeByKey } from './charge-store.ts';
import { fingerprintOf } from './charge-request.ts';
import { createAtStripe, settleLater } from './settle-charge.ts';
import type { ChargeRequest, StoredCharge } from './stored-charge.ts';

/** Creates a charge once for a key, however often it is sent. */
export type CreateCharge = (sellerId: string, key: string, request: ChargeRequest) => Promise<StoredCharge>;

/**
 * Returns what creates charges. A charge is stored before Stripe is asked and outside of any transaction while it is; who
 * sends the same while it is being created waits for the same answer.
 */
export function createCharges(services: Services): CreateCharge {
  const beingCreated = new Map<string, Promise<void>>();
  return async (sellerId, key, request) => {
    const { charge, isNew } = await chargeOf(services, sellerId, key, request);
    if (!charge.fingerprint.equals(fingerprintOf(request))) throw problem('idempotency_mismatch');
    if (isNew) beingCreated.set(charge.chargeId, createAtStripe(services, charge));
    await beingCreated.get(charge.chargeId)?.finally(() => beingCreated.delete(charge.chargeId));
    return getCharge(services, sellerId, charge.chargeId);
  };
}

/**
 * Returns a charge of the seller.
 *
 * @throws {Problem} `not_found`, whether it is another seller's or nobody's.
 */
export async function getCharge({ database }: Services, sellerId: string, chargeId: string): Promise<StoredCharge> {
  const charge = await database.asSeller(sellerId, (sql) => selectCharge(sql, chargeId));
  if (charge === undefined) throw problem('not_found');
  return charge;
}

/** What there is for a key, and whether it was stored just now. */
interface ChargeOfKey {
  readonly charge: StoredCharge;
  readonly isNew: boolean;
}

/** The account counts for a new charge alone: one that was made before is returned whatever has become of the account. */
async function chargeOf(
  services: Services,
  sellerId: string,
  key: string,
  request: ChargeRequest,
): Promise<ChargeOfKey> {
  const known = await services.database.asSeller(sellerId, (sql) => selectChargeByKey(sql, key));
  if (known !== undefined) return { charge: known, isNew: false };
  const account = await getAccountOf(services, sellerId);
  if (!account.chargesEnabled) throw problem('onboarding_incomplete');
  return storeOnce(services, account, key, request);
}

async function storeOnce(
  { config, database, now }: Services,
  { sellerId, stripeAccountId }: StoredAccount,
  idempotencyKey: string,
  request: ChargeRequest,
): Promise<ChargeOfKey> {
  const fingerprint = fingerprintOf(request);
  const { publicUrl } = config.http;
  const requestedAt = now();
  return database.asSeller(sellerId, async (sql) => {
    const chargeId = randomUUID();
    const identity = { chargeId, sellerId, stripeAccountId, idempotencyKey, fingerprint, publicUrl, requestedAt };
    const stored = await insertCharge(sql, { ...request, ...identity });
    if (stored !== undefined) await settleLater(sql, stored.chargeId);
    const charge = stored ?? (await selectChargeByKey(sql, idempotencyKey));
    if (charge === undefined) throw problem('idempotency_mismatch');
    return { charge, isNew: stored !== undefined };
  });
}
