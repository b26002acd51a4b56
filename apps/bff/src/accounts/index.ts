export type { StoredAccount } from './stored-account.ts';
export { cutAccountOff, findAccount, findAccountById, getAccountOf, refreshAccount } from './accounts.ts';
export { registerAccounts } from './routes.ts';
