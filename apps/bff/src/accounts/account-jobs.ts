import { enqueue } from '../jobs/index.ts';
import type { Services } from '../services.ts';
import { stripeFailureOf } from '../stripe/index.ts';
import { takeForgottenAccounts } from './account-store.ts';
import { findAccountById, refreshAccount } from './accounts.ts';

/** The job that reads an account again. */
const REFRESH_ACCOUNT = 'refresh_account';

/** How long an announcement may be missing before we look by ourselves: Stripe stops announcing after three days. */
const forgottenAfterMs = 3_600_000;

/** Says what the jobs of accounts do. */
export function registerAccountJobs(services: Services): void {
  services.jobs.define(REFRESH_ACCOUNT, (id) => refreshIfStripeAnswers(services, id));
  services.jobs.everyMinute('refresh_forgotten_accounts', () => refreshForgottenAccounts(services));
}

/** Has accounts read again that no announcement and nobody who looked made us read for an hour. */
export async function refreshForgottenAccounts({ database, now }: Pick<Services, 'database' | 'now'>): Promise<void> {
  const at = now();
  const before = new Date(at.getTime() - forgottenAfterMs);
  await database.asSystem(async (sql) => {
    for (const id of await takeForgottenAccounts(sql, at, before)) await enqueue(sql, { name: REFRESH_ACCOUNT, id });
  });
}

/** Not tried again by itself: the next hour does. */
async function refreshIfStripeAnswers(services: Services, id: string): Promise<void> {
  const account = await findAccountById(services, id);
  if (account === undefined) return;
  try {
    await refreshAccount(services, account);
  } catch (error) {
    if (stripeFailureOf(error) === undefined) throw error;
    services.log.info({ err: error, account: id }, 'an account could not be read');
  }
}
