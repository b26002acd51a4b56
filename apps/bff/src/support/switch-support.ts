import { appendAudit } from '../audit/index.ts';
import type { Services } from '../services.ts';
import { updateSwitch } from './support-view-store.ts';
import { endOver } from './support-views.ts';

/** Lets support look at sellers' pages, or nobody at anything: who looks is then out at their next request. */
export async function switchSupport(parts: Pick<Services, 'database' | 'now'>, isOn: boolean): Promise<void> {
  const { database, now } = parts;
  await database.asSystem(async (sql) => {
    await updateSwitch(sql, isOn);
    await appendAudit(sql, {
      at: now(),
      actor: 'operator',
      subject: null,
      supportViewId: null,
      action: isOn ? 'support_switched_on' : 'support_switched_off',
      details: {},
      requestId: null,
    });
  });
  await endOver(parts);
}
