import { findAccountById } from '../accounts/index.ts';
import { enqueue } from '../jobs/index.ts';
import type { Services } from '../services.ts';
import {
  deleteEvents,
  type Quarantine,
  selectWaiting,
  type StoredEvent,
  takeEvent,
  updateApplied,
  updateQuarantine,
} from './event-store.ts';
import { handlerOf } from './handlers.ts';
import { ACCOUNT_EVENT } from './received-event.ts';

/** The job that does what follows from an event. */
export const APPLY_EVENT = 'apply_event';

const graceMs = 60_000;
/** As long as Stripe itself can be asked about an event. */
const keptMs = 30 * 24 * 3_600_000;

/** Does what follows from an event. Done twice it does no more: every handler reads from Stripe what is true now. */
export async function applyEvent(services: Services, eventId: string): Promise<void> {
  const { database, now, log } = services;
  const event = await database.asSystem((sql) => takeEvent(sql, eventId));
  if (event === undefined) return;
  const reason = await quarantineReason(services, event);
  if (reason !== undefined) {
    log.warn({ eventId, type: event.type, account: event.account, reason }, 'an event was put into quarantine');
    return database.asSystem((sql) => updateQuarantine(sql, eventId, reason));
  }
  await handlerOf(event.type)?.(services, event);
  await database.asSystem((sql) => updateApplied(sql, eventId, now()));
}

/** Sees to events that were stored when the process that should have applied them ended, and forgets old ones. */
export async function applyLeftovers({ database, now }: Services): Promise<void> {
  const at = now().getTime();
  await database.asSystem(async (sql) => {
    for (const eventId of await selectWaiting(sql, new Date(at - graceMs)))
      await enqueue(sql, { name: APPLY_EVENT, id: eventId });
    await deleteEvents(sql, new Date(at - keptMs));
  });
}

/**
 * An endpoint for connected accounts gets the events of test and of live mode and of every account that was ever
 * connected: only those of an account we know, in our mode, are ours to act on.
 */
async function quarantineReason(services: Services, event: StoredEvent): Promise<Quarantine | undefined> {
  const { scope, type, account, livemode } = event;
  if (livemode !== (services.config.mode === 'live')) return 'wrong_mode';
  if ((account !== null) !== (scope === 'connect' || ACCOUNT_EVENT.test(type))) return 'wrong_scope';
  if (account === null) return undefined;
  return (await findAccountById(services, account)) === undefined ? 'unknown_account' : undefined;
}
