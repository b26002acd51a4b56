import type { Account, AccountSession } from '@sellerdesk/contract';
import { createSessionFor, isModeWrong, readOnlyComponents } from '../account-sessions/index.ts';
import type { Services } from '../services.ts';
import { findView } from './support-view-store.ts';
import { endView } from './support-views.ts';

/**
 * Creates an Account Session that shows what the seller's own does and can change nothing. One that is not of test mode
 * ends the view: whatever led to it, nobody looks at money.
 *
 * @throws {Problem} `stripe_refused`, `stripe_unavailable`
 */
export async function createReadOnlySession(
  services: Pick<Services, 'config' | 'database' | 'now' | 'stripe'>,
  supportViewId: string,
  account: Account | null,
): Promise<AccountSession | null> {
  const { database, now } = services;
  try {
    return await createSessionFor(services, account, { kind: 'support', components: readOnlyComponents() });
  } catch (error) {
    if (isModeWrong(error))
      await database.asSystem(async (sql) => {
        const view = await findView(sql, supportViewId, now());
        if (view !== undefined) await endView(sql, view, { at: now(), by: 'mode', actor: 'operator' });
      });
    throw error;
  }
}
