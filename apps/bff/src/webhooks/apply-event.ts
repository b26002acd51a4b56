import type { Mode } from '../config.ts';
import { findAccountById } from '../accounts/index.ts';
import { enqueue } from '../jobs/index.ts';
import type { Services } from '../services.ts';
import {
  deleteEvents,
  type Quarantine,
  releaseEvents,
  selectWaiting,
  type StoredEvent,
  takeEvent,
  updateApplied,
  updateQuarantine,
  updateTryAt,
} from './event-store.ts';
import { handlerOf } from './handlers.ts';
import { ACCOUNT_EVENT } from './received-event.ts';

/** The job that does what follows from an event. */
export const APPLY_EVENT = 'apply_event';

const graceMs = 60_000;
/** As long as Stripe itself can be asked about an event. */
const keptMs = 30 * 24 * 3_600_000;
/** As long as Stripe itself tries to tell us of an event. */
const triedForMs = 3 * 24 * 3_600_000;
const longestPauseSeconds = 3600;

/**
 * Does what follows from an event; when that fails, it is tried again later. Done twice it does no more: every handler
 * reads from Stripe what is true now.
 */
export async function applyEvent(services: Services, eventId: string): Promise<void> {
  const event = await services.database.asSystem((sql) => takeEvent(sql, eventId));
  if (event === undefined) return;
  try {
    await applyTaken(services, event);
  } catch (error) {
    await tryLater(services, event, error);
  }
}

async function applyTaken(services: Services, event: StoredEvent): Promise<void> {
  const { database, now, log } = services;
  const { eventId, type, account } = event;
  const reason = await quarantineReason(services, event);
  if (reason !== undefined) {
    log.warn({ eventId, type, account, reason }, 'an event was put into quarantine');
    return database.asSystem((sql) => updateQuarantine(sql, eventId, reason));
  }
  await handlerOf(type)?.(services, event);
  await database.asSystem((sql) => updateApplied(sql, eventId, now()));
}

/** The pauses are ours and not the queue's, which begins anew with each sweep. */
async function tryLater({ database, now, log }: Services, event: StoredEvent, error: unknown): Promise<void> {
  const { eventId, type, account, attempts, waitingSince } = event;
  const at = now().getTime();
  if (at - waitingSince.getTime() >= triedForMs) {
    log.error({ err: error, eventId, type, account, attempts }, 'an event could not be applied for three days');
    return database.asSystem((sql) => updateQuarantine(sql, eventId, 'given_up'));
  }
  const inSeconds = pauseSecondsAfter(attempts);
  log.warn({ err: error, eventId, type, account, attempts, inSeconds }, 'an event is tried again later');
  await database.asSystem(async (sql) => {
    await updateTryAt(sql, eventId, new Date(at + inSeconds * 1000));
    await enqueue(sql, { name: APPLY_EVENT, id: eventId, inSeconds });
  });
}

/** Returns how long to wait after so many tries: two seconds at first, an hour at most. */
export function pauseSecondsAfter(attempts: number): number {
  return Math.min(2 ** attempts, longestPauseSeconds);
}

/**
 * Sees to events that should have been tried a minute ago, because the process that should have done it ended, and forgets
 * old ones. Those that wait for their next try are left alone.
 */
export async function applyLeftovers({ database, now }: Pick<Services, 'database' | 'now'>): Promise<void> {
  const at = now().getTime();
  await database.asSystem(async (sql) => {
    for (const eventId of await selectWaiting(sql, new Date(at - graceMs)))
      await enqueue(sql, { name: APPLY_EVENT, id: eventId });
    await deleteEvents(sql, new Date(at - keptMs));
  });
}

/** Has events in quarantine applied again, all or those with one of these ids or reasons; returns how many they are. */
export async function replayEvents(
  { database, now }: Pick<Services, 'database' | 'now'>,
  named: readonly string[],
): Promise<number> {
  return database.asSystem(async (sql) => {
    const eventIds = await releaseEvents(sql, named, now());
    for (const eventId of eventIds) await enqueue(sql, { name: APPLY_EVENT, id: eventId });
    return eventIds.length;
  });
}

/**
 * An endpoint for connected accounts gets the events of every account that was ever connected, one of live mode those of
 * test mode too: only those of an account we know, in its mode, are ours to act on.
 */
async function quarantineReason(services: Services, event: StoredEvent): Promise<Quarantine | undefined> {
  const { scope, type, account } = event;
  const mode = event.livemode ? 'live' : 'test';
  if (!isSignedFor(mode, event) || services.config.stripe.access[mode] === undefined) return 'wrong_mode';
  if ((account !== null) !== (scope === 'connect' || ACCOUNT_EVENT.test(type))) return 'wrong_scope';
  if (account === null) return undefined;
  const known = await findAccountById(services, account);
  if (known === undefined) return 'unknown_account';
  return known.mode === mode ? undefined : 'wrong_mode';
}

/** A secret of test mode signs nothing of live mode. */
function isSignedFor(mode: Mode, { scope, signedMode }: StoredEvent): boolean {
  return signedMode === mode || (signedMode === 'live' && scope === 'connect');
}
