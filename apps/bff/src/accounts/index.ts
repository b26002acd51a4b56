export type { StoredAccount } from './account-store.ts';
export { cutAccountOff, findAccount, findAccountById, getAccountOf, refreshAccount } from './accounts.ts';
export { registerAccounts } from './routes.ts';
