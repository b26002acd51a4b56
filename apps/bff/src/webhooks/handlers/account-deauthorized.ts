import { deauthorizeAccount } from '../../accounts/index.ts';
import { disconnectCharges } from '../../charges/index.ts';
import type { Handler } from '../handler.ts';

/**
 * The seller removed the platform in their Stripe Dashboard: from now on the account is not ours to act for, nor are its
 * charges ours to follow.
 */
export const accountDeauthorized: Handler = async ({ database, now }, { account }) => {
  if (account === null) return;
  await database.asSystem(async (sql) => {
    await deauthorizeAccount(sql, account, now());
    await disconnectCharges(sql, account);
  });
};
