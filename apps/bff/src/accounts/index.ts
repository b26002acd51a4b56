export type { StoredAccount } from './stored-account.ts';
export { deauthorizeAccount, selectAccountHistory } from './account-store.ts';
export { findAccount, findAccountById, getAccountOf, refreshAccount } from './accounts.ts';
export { registerAccounts } from './routes.ts';
export { platformViewOf } from './stripe-dashboard.ts';
