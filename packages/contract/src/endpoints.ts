import { createAccountSession } from './account-sessions.ts';
import { createAccount, createDashboardLink, createOnboardingLink, refreshAccount } from './accounts.ts';
import { cancelCharge, createCharge, getCharge, listCharges } from './charges.ts';
import type { Endpoint } from './endpoint.ts';
import { getPlatform, getSeller, signIn, signOut, signUp } from './sellers.ts';
import { finishStaffSetUp, getStaff, openStaffSetUp, proveSecondFactor, signInStaff, signOutStaff } from './staff.ts';

/** Every endpoint there is; tests are generated from this list, so an endpoint left out of it is not served. */
export const endpoints: readonly Endpoint[] = [
  cancelCharge,
  createAccount,
  createAccountSession,
  createCharge,
  createDashboardLink,
  createOnboardingLink,
  finishStaffSetUp,
  getCharge,
  getPlatform,
  getSeller,
  getStaff,
  listCharges,
  openStaffSetUp,
  proveSecondFactor,
  refreshAccount,
  signIn,
  signInStaff,
  signOut,
  signOutStaff,
  signUp,
];
