import { findAccountById, refreshAccount } from '../../accounts/index.ts';
import type { Handler } from '../handler.ts';

/** Reads the account again: capabilities, requirements and what was submitted may have changed. */
export const accountChanged: Handler = async (services, { account }) => {
  const stored = account === null ? undefined : await findAccountById(services, account);
  if (stored !== undefined) await refreshAccount(services, stored);
};
