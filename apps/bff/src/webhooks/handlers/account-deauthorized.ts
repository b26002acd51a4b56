import { cutAccountOff } from '../../accounts/index.ts';
import type { Handler } from '../handler.ts';

/** The seller removed the platform in their Stripe Dashboard: from now on the account is not ours to act for. */
export const accountDeauthorized: Handler = async (services, { account }) => {
  if (account !== null) await cutAccountOff(services, account);
};
