import { appendAudit } from '../audit/index.ts';
import type { Mode } from '../config.ts';
import type { Sql } from '../database/index.ts';

/**
 * Makes a seller a test or a live seller, before they have an account at Stripe: an account stays in the mode that it was
 * made in for ever.
 *
 * @throws {Error} with what stands in the way, for the operator.
 */
export async function changeMode(sql: Sql, email: string, mode: Mode, at: Date): Promise<void> {
  const seller = await findForChange(sql, email);
  if (seller === undefined) throw new Error(`No seller has the address ${email}.`);
  if (seller.mode === mode) return;
  if (seller.installation === 'test')
    throw new Error('The database belongs to test keys: whoever is in it is a test seller.');
  if (seller.hasAccount)
    throw new Error(
      `${email} has or had an account in ${seller.mode} mode, which cannot change. They can sign up anew with another address.`,
    );
  await sql`update sellers set mode = ${mode} where seller_id = ${seller.sellerId}`;
  await appendAudit(sql, {
    at,
    actor: 'operator',
    subject: seller.sellerId,
    supportViewId: null,
    action: 'seller_mode_changed',
    details: { from: seller.mode, to: mode },
    requestId: null,
  });
}

interface Changeable {
  readonly sellerId: string;
  readonly mode: Mode;
  readonly hasAccount: boolean;
  /** The mode the database belongs to. */
  readonly installation: Mode;
}

/** An account that is made meanwhile is kept to one mode by the foreign key: then one of the two fails. */
async function findForChange(sql: Sql, email: string): Promise<Changeable | undefined> {
  const [seller] = await sql<Changeable>`
    select seller_id as "sellerId", sellers.mode, installation.mode as installation,
      exists (select from accounts where accounts.seller_id = sellers.seller_id) as "hasAccount"
    from sellers, installation where lower(email) = lower(${email})`;
  return seller;
}
