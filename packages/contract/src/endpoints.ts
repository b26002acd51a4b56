import { createAccountSession } from './account-sessions.ts';
import { createAccount, createDashboardLink, createOnboardingLink, refreshAccount } from './accounts.ts';
import { cancelCharge, createCharge, getCharge, listCharges } from './charges.ts';
import type { Endpoint } from './endpoint.ts';
import { finishSignUp, getNewcomer, getPlatform, getSeller, signIn, signOut, signUp } from './sellers.ts';
import { finishStaffSetUp, getStaff, openStaffSetUp, proveSecondFactor, signInStaff, signOutStaff } from './staff.ts';
import {
  allowSupportViews,
  createSupportAccountSession,
  endRunningSupportView,
  endSupportView,
  getSupportView,
  listRunningSupportViews,
  listSupportViews,
  searchSellers,
  startSupportView,
  stopSupportView,
} from './support.ts';
import { getSupportSeller, listDeliveries, listSellerViews, listSupportCharges } from './support-sellers.ts';

/** Every endpoint there is; tests are generated from this list, so an endpoint left out of it is not served. */
export const endpoints: readonly Endpoint[] = [
  allowSupportViews,
  cancelCharge,
  createAccount,
  createAccountSession,
  createCharge,
  createDashboardLink,
  createOnboardingLink,
  createSupportAccountSession,
  endRunningSupportView,
  endSupportView,
  finishSignUp,
  finishStaffSetUp,
  getCharge,
  getNewcomer,
  getPlatform,
  getSeller,
  getStaff,
  getSupportSeller,
  getSupportView,
  listCharges,
  listDeliveries,
  listRunningSupportViews,
  listSellerViews,
  listSupportCharges,
  listSupportViews,
  openStaffSetUp,
  proveSecondFactor,
  refreshAccount,
  searchSellers,
  signIn,
  signInStaff,
  signOut,
  signOutStaff,
  signUp,
  startSupportView,
  stopSupportView,
];
