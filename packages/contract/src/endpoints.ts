import { createAccountSession } from './account-sessions.ts';
import { createAccount, createDashboardLink, createOnboardingLink, refreshAccount } from './accounts.ts';
import { cancelCharge, createCharge, getCharge, listCharges } from './charges.ts';
import type { Endpoint } from './endpoint.ts';
import { getPlatform, getSeller, signIn, signOut, signUp } from './sellers.ts';

/** Every endpoint there is; tests are generated from this list, so an endpoint left out of it is not served. */
export const endpoints: readonly Endpoint[] = [
  cancelCharge,
  createAccount,
  createAccountSession,
  createCharge,
  createDashboardLink,
  createOnboardingLink,
  getCharge,
  getPlatform,
  getSeller,
  listCharges,
  refreshAccount,
  signIn,
  signOut,
  signUp,
];
