import type { Database, Sql } from '../database/index.ts';
import { enqueue } from '../jobs/index.ts';
import type { Services } from '../services.ts';
import { stripeFailureOf } from '../stripe/index.ts';
import { askForSession, isCutOff, lookUpSession, type Outcome } from './ask-for-session.ts';
import { isUnsettled } from './charge-lifecycle.ts';
import { selectCharge, selectUnsettled, updateDisconnected, updateFailed, updateUnknown } from './charge-store.ts';
import { type HeardSession, hearSession } from './hear-session.ts';
import type { StoredCharge } from './stored-charge.ts';

/** The job that finds out what became of a charge. */
export const SETTLE_CHARGE = 'settle_charge';

/** Stripe forgets keys after a day at the earliest; used after that, a key could create a second charge. */
const keyLifeMs = 23 * 3_600_000;

/** Longer than any call lasts: until then whoever asked is still waiting for the answer. */
const callSeconds = 30;

/** With the call it makes, never more than a minute until Stripe, once back, is heard. */
const longestPauseSeconds = 15;

/** Sees to it that a charge stored in this transaction is settled even if nobody is left to hear the answer. */
export async function settleLater(sql: Sql, chargeId: string): Promise<void> {
  await enqueue(sql, { name: SETTLE_CHARGE, id: chargeId, inSeconds: callSeconds });
}

/** Asks Stripe to create a charge and stores what became of it. */
export async function createAtStripe(services: Services, charge: StoredCharge): Promise<void> {
  await storeOutcome(services, charge, await askForSession(services, charge, 'first'));
}

/** Finds out what became of a charge whose answer never came. Does nothing for one that is settled. */
export async function settleCharge(services: Services, chargeId: string): Promise<void> {
  const charge = await services.database.asSystem((sql) => selectCharge(sql, chargeId));
  if (charge === undefined || !isUnsettled(charge.state)) return;
  const isKeyAlive = services.now().getTime() - charge.requestedAt.getTime() < keyLifeMs;
  await storeOutcome(services, charge, isKeyAlive ? await askAgain(services, charge) : await lookUp(services, charge));
}

/** Sees to it that every charge left unsettled, by whatever ended the process, is looked after. */
export async function settleLeftovers({ database, now }: Pick<Services, 'database' | 'now'>): Promise<void> {
  const before = new Date(now().getTime() - callSeconds * 1000);
  await database.asSystem(async (sql) => {
    for (const chargeId of await selectUnsettled(sql, before))
      await enqueue(sql, { name: SETTLE_CHARGE, id: chargeId });
  });
}

/**
 * Asks with the same key. Stripe keeps even a failure of its own under a key, so an answered failure is checked against
 * what is there: when Stripe has no such session and will never answer otherwise, there is none.
 */
async function askAgain(services: Services, charge: StoredCharge): Promise<Outcome> {
  const outcome = await askForSession(services, charge, 'again');
  if (outcome.kind !== 'unclear' || !outcome.isAnswered) return outcome;
  const found = await lookUp(services, charge);
  return found.kind === 'refused' && !outcome.isFinal ? outcome : found;
}

async function lookUp(services: Services, charge: StoredCharge): Promise<Outcome> {
  try {
    const heard: HeardSession | undefined = await lookUpSession(services, charge);
    return heard ? { kind: 'created', ...heard } : { kind: 'refused', message: noRecord };
  } catch (error) {
    if (isCutOff(error)) return { kind: 'disconnected' };
    if (stripeFailureOf(error) === undefined) throw error;
    // That Stripe does not let us look does not say that there is nothing.
    return { kind: 'unclear', isAnswered: false, isFinal: false };
  }
}

const noRecord = 'Stripe has no record of this charge, so nothing was created. You can create it again.';

async function storeOutcome(services: Services, charge: StoredCharge, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case 'created':
      return hearSession(services, charge, outcome);
    case 'refused':
      return services.database.asSeller(charge.sellerId, (sql) => updateFailed(sql, charge.chargeId, outcome.message));
    case 'disconnected':
      return services.database.asSeller(charge.sellerId, (sql) => updateDisconnected(sql, charge.chargeId));
    case 'unclear':
      return storeUnknown(services.database, charge);
  }
}

async function storeUnknown(database: Database, { chargeId, sellerId }: StoredCharge): Promise<void> {
  await database.asSeller(sellerId, async (sql) => {
    const attempts = await updateUnknown(sql, chargeId);
    if (attempts === undefined) return;
    const inSeconds = Math.min(2 ** (attempts - 1), longestPauseSeconds);
    await enqueue(sql, { name: SETTLE_CHARGE, id: chargeId, inSeconds });
  });
}
